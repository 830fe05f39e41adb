package org.sampan.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Notice;
import org.sampan.sealing.Reason;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The trust list this node goes by, as the notices it heard leave it. A list or a notice may come
/// from anywhere (the operator's file, another node, a stick): only its signatures count, and what
/// was accepted is kept.
@Component
public class Trust {

  private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

  /// What became of a list or notice that was offered.
  public sealed interface Offered {
    /// It is in force from now on.
    record Taken() implements Offered {}

    /// It was in force already.
    record Known() implements Offered {}

    /// It changes nothing.
    record Refused(Reason reason) implements Offered {}
  }

  /// Something new is in force.
  record Changed() {}

  /// Somebody cites a newer list than ours.
  record Behind() {}

  private final Lists lists;
  private final Signers signers;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final NodeId self;
  private final @Nullable Path file;

  private volatile TrustLists.@Nullable Trusted signed;
  private volatile TrustLists.@Nullable Trusted current;
  private volatile @Nullable FileTime read;

  Trust(
      Lists lists,
      Signers signers,
      Audit audit,
      Clock clock,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      @Value("${sampan.node}") String self,
      @Value("${sampan.trust:#{null}}") @Nullable Path file) {
    this.lists = lists;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
    this.events = events;
    this.self = new NodeId(self);
    this.file = file;
    this.signers = signers;
  }

  /// This node's own name on the list.
  public NodeId self() {
    return self;
  }

  /// The list in use, under the notices heard; none until a first one was accepted. Its mark is
  /// that of the list as it was signed.
  public Optional<TrustLists.Trusted> current() {
    if (current == null) {
      refresh();
    }
    return Optional.ofNullable(current);
  }

  /// What it says.
  public Optional<TrustList> list() {
    return current().map(TrustLists.Trusted::list);
  }

  /// The newest list and every notice, as they were signed: what one node hands another.
  public List<String> texts() {
    List<String> texts = new ArrayList<>(lists.heard());
    lists.last().ifPresent(kept -> texts.add(kept.text()));
    return texts;
  }

  /// Who may sign, and how many must; none when the operator named no signers.
  public Optional<TrustLists.Anchor> anchor() {
    return signers.anchor();
  }

  /// Reads the file if it changed since it was last read; at first, also what was kept.
  @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
  public synchronized void refresh() {
    if (signed == null) {
      remember();
    }
    if (file == null || !Files.isRegularFile(file)) {
      return;
    }
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      if (changed.equals(read) || anchor().isEmpty()) {
        return;
      }
      // A file ends its last line; what was signed does not.
      String text = Files.readString(file).strip();
      if (offer(text) instanceof Offered.Refused refused) {
        LOG.error("trust list of the file refused {}", refused.reason());
      }
      read = changed;
    } catch (IOException unreadable) {
      LOG.error("trust list unreadable {}", unreadable.getClass().getSimpleName());
    }
  }

  /// Somebody cites a newer list than ours: it is looked for where it can be.
  public void behind() {
    refresh();
    events.publishEvent(new Behind());
  }

  /// What was accepted before this start, if the pinned signers are still the same.
  private void remember() {
    Optional<TrustLists.Anchor> anchor = anchor();
    Optional<Lists.Kept> last = lists.last();
    if (anchor.isEmpty() || last.isEmpty()) {
      return;
    }
    Lists.Kept kept = last.get();
    if (TrustLists.check(kept.text(), anchor.get(), kept.mark(), clock.instant())
        instanceof Checked.Valid<TrustLists.Trusted>(TrustLists.Trusted trusted)) {
      use(trusted, anchor.get());
    }
  }

  /// Takes a list or a notice, wherever it comes from, if it is signed as it must be and newer than
  /// what is known.
  public synchronized Offered offer(String text) {
    Optional<TrustLists.Anchor> anchor = anchor();
    if (anchor.isEmpty()) {
      return new Offered.Refused(Reason.LIST_SIGNER_UNKNOWN);
    }
    if (signed == null) {
      remember();
    }
    Checked<Notice.Proved> notice =
        Notice.check(text, anchor.get(), signed == null ? null : signed.list(), clock.instant());
    return switch (notice) {
      case Checked.Valid<Notice.Proved>(Notice.Proved proved) -> obey(proved, anchor.get());
      case Checked.Refused<Notice.Proved>(Reason reason)
          when reason == Reason.TYPE_REFUSED || reason == Reason.TOO_LARGE ->
          consider(text, anchor.get());
      case Checked.Refused<Notice.Proved>(Reason reason) -> new Offered.Refused(reason);
    };
  }

  private Offered obey(Notice.Proved proved, TrustLists.Anchor anchor) {
    Notice notice = proved.notice();
    String act =
        switch (notice) {
          case Notice.Revoked revoked -> "revoked";
          case Notice.Suspended suspended -> "suspended";
        };
    boolean fresh =
        Boolean.TRUE.equals(
            transaction.execute(status -> {
              boolean added = lists.hear(proved, clock.instant());
              if (added) {
                audit.write(Act.of("trust.notice." + act).with("node", notice.node()));
              }
              return added;
            }));
    if (!fresh) {
      return new Offered.Known();
    }
    TrustLists.Trusted list = signed;
    if (list != null) {
      use(list, anchor);
    }
    LOG.warn("notice {} {}", act, notice.node());
    events.publishEvent(new Changed());
    return new Offered.Taken();
  }

  private Offered consider(String text, TrustLists.Anchor anchor) {
    Instant now = clock.instant();
    Letter.ListMark last = lists.last().map(Lists.Kept::mark).orElse(null);
    return switch (TrustLists.check(text, anchor, last, now)) {
      case Checked.Valid<TrustLists.Trusted>(TrustLists.Trusted trusted) -> {
        boolean fresh = !trusted.mark().equals(last);
        if (fresh) {
          transaction.executeWithoutResult(done -> {
            lists.add(trusted.mark(), text, now);
            audit.write(Act.of("trust.list.accepted").with("version", trusted.mark().version()));
          });
        }
        if (fresh || signed == null) {
          use(trusted, anchor);
          LOG.info("trust list {} in use", trusted.mark().version());
          events.publishEvent(new Changed());
        }
        yield fresh ? new Offered.Taken() : new Offered.Known();
      }
      case Checked.Refused<TrustLists.Trusted>(Reason reason) -> new Offered.Refused(reason);
    };
  }

  /// Lays what was heard over the list. A suspension is judged by the list it was heard under, so
  /// it is kept once taken; one that no key of the list supports any more has no effect.
  private void use(TrustLists.Trusted trusted, TrustLists.Anchor anchor) {
    List<Notice.Proved> heard =
        lists.heard().stream()
            .map(text -> Notice.check(text, anchor, trusted.list(), clock.instant()))
            .filter(checked -> checked instanceof Checked.Valid<Notice.Proved>)
            .map(checked -> ((Checked.Valid<Notice.Proved>) checked).value())
            .toList();
    signed = trusted;
    current = new TrustLists.Trusted(trusted.list().under(heard), trusted.mark());
  }

  /// Every list accepted, as it was signed, oldest first.
  public List<String> history() {
    return lists.history();
  }

  /// Whether what identifies a person may leave: an expired list parks it.
  public boolean isFresh(Instant now) {
    return list().map(list -> list.isFresh(now)).orElse(false);
  }

  /// Whether the list lets us send this kind to this office now.
  public boolean reaches(Letter.Kind kind, String toNode, String toOffice, Instant now) {
    Optional<TrustList> known = list();
    if (known.isEmpty()) {
      return false;
    }
    TrustList list = known.get();
    boolean mayWe = list.node(self).filter(node -> node.mayOriginate(kind)).isPresent();
    return mayWe
        && list.nodes().stream()
            .filter(node -> node.id().value().equals(toNode) && !node.id().equals(self))
            .filter(node -> node.status() == TrustedNode.Status.ACTIVE)
            .filter(node -> hasOffice(node, toOffice, kind))
            .anyMatch(node -> list.sealingKey(node.id(), now).isPresent());
  }

  private static boolean hasOffice(TrustedNode node, String office, Letter.Kind kind) {
    return node.offices().stream()
        .anyMatch(one -> one.id().equals(office) && one.kinds().contains(kind.name()));
  }
}

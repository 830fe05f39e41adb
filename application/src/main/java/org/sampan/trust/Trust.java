package org.sampan.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The trust list this node goes by: read from its file, again whenever the file changes, and
/// accepted only when the pinned signers signed it and its version rises. What was accepted is
/// kept.
///
/// The signers file: `{"needed": 1, "signers": [{jwk}, ...]}`.
@Repository
public class Trust {

  private static final Logger LOG = LoggerFactory.getLogger(Trust.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient sql;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final NodeId self;
  private final @Nullable Path file;
  private final @Nullable Path signers;

  private volatile TrustLists.@Nullable Trusted current;
  private volatile @Nullable FileTime read;

  Trust(
      JdbcClient sql,
      Audit audit,
      Clock clock,
      TransactionTemplate transaction,
      @Value("${sampan.node}") String self,
      @Value("${sampan.trust:#{null}}") @Nullable Path file,
      @Value("${sampan.trust-signers:#{null}}") @Nullable Path signers) {
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
    this.self = new NodeId(self);
    this.file = file;
    this.signers = signers;
  }

  /// This node's own name on the list.
  public NodeId self() {
    return self;
  }

  /// The list in use; none until a first one was accepted.
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

  /// Reads the file if it changed since it was last read.
  @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
  public synchronized void refresh() {
    if (file == null
        || signers == null
        || !Files.isRegularFile(file)
        || !Files.isRegularFile(signers)) {
      return;
    }
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      if (changed.equals(read)) {
        return;
      }
      consider(Files.readString(file), anchor(Files.readString(signers)));
      read = changed;
    } catch (IOException | JacksonException | IllegalArgumentException unreadable) {
      LOG.error("trust list unreadable {}", unreadable.getClass().getSimpleName());
    }
  }

  private void consider(String text, TrustLists.Anchor anchor) {
    Letter.ListMark last = last().orElse(null);
    switch (TrustLists.check(text, anchor, last, clock.instant())) {
      case Checked.Valid<TrustLists.Trusted>(TrustLists.Trusted trusted) -> {
        if (!trusted.mark().equals(last)) {
          transaction.executeWithoutResult(done -> keep(trusted, text));
        }
        current = trusted;
        LOG.info("trust list {} in use", trusted.mark().version());
      }
      case Checked.Refused<TrustLists.Trusted>(var reason) ->
          LOG.error("trust list refused {}", reason);
    }
  }

  static final String KEEP =
      """
      insert into trust.trust_list (version, digest, text, accepted)
      values (:version, :digest, :text, :accepted) on conflict (version) do nothing
      """;

  private void keep(TrustLists.Trusted trusted, String text) {
    sql.sql(KEEP)
        .param("version", trusted.mark().version())
        .param("digest", trusted.mark().sha256().hex())
        .param("text", text)
        .param("accepted", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    audit.write(Act.of("trust.list.accepted").with("version", trusted.mark().version()));
  }

  static final String LAST =
      "select version, digest from trust.trust_list order by version desc limit 1";

  private Optional<Letter.ListMark> last() {
    return sql.sql(LAST)
        .query((row, n) ->
            new Letter.ListMark(row.getLong("version"), new Digest(row.getString("digest"))))
        .optional();
  }

  /// Whether what identifies a person may leave: an expired list parks it.
  public boolean isFresh(Instant now) {
    return list().map(list -> list.isFresh(now)).orElse(false);
  }

  /// Whether the list lets us send this kind to this office now.
  public boolean reaches(Letter.Kind kind, String toNode, String toOffice, Instant now) {
    Optional<TrustList> current = list();
    if (current.isEmpty()) {
      return false;
    }
    TrustList list = current.get();
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

  private static TrustLists.Anchor anchor(String text) {
    JsonNode tree = JSON.readTree(text);
    List<PublicPart> pinned =
        tree.path("signers").values().stream()
            .map(jwk -> PublicPart.fromJwk(jwk.toString()))
            .toList();
    return new TrustLists.Anchor(pinned, tree.path("needed").asInt(1));
  }
}

package org.sampan.witnesses;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sampan.audit.Audit;
import org.sampan.audit.Log;
import org.sampan.audit.Sequencer;
import org.sampan.exchange.Exhibits;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter.LogHead;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.court.CourtBundle;
import org.sampan.sealing.log.MerkleTree;
import org.sampan.trust.Trust;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts together what a court is shown of a case. It holds the letters in clear: who asks for it
/// must have been let through by the caller, and the asking belongs into the audit.
@Component
public class CourtBundles {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Exhibits exhibits;
  private final Checkpoints checkpoints;
  private final Clerk clerk;
  private final Sequencer sequencer;
  private final Log log;
  private final Audit audit;
  private final Trust trust;
  private final Clock clock;

  CourtBundles(
      Exhibits exhibits,
      Checkpoints checkpoints,
      Clerk clerk,
      Sequencer sequencer,
      Log log,
      Audit audit,
      Trust trust,
      Clock clock) {
    this.exhibits = exhibits;
    this.checkpoints = checkpoints;
    this.clerk = clerk;
    this.sequencer = sequencer;
    this.log = log;
    this.audit = audit;
    this.trust = trust;
    this.clock = clock;
  }

  /// The bundle of a case of ours. Empty when a letter can no longer be read, when there is no
  /// trust list, or while too few others have signed for the log: ask again in a minute.
  public Optional<CourtBundle> of(UUID caseFile) {
    sequencer.extend();
    clerk.sign(clock.instant());
    int needed = trust.list().map(TrustList::witnesses).orElse(0);
    Optional<Checkpoints.Kept> head =
        needed == 0 ? checkpoints.newest() : checkpoints.cosignedBy(needed);
    Optional<List<Exhibits.Exhibit>> letters = exhibits.of(caseFile);
    if (head.isEmpty() || letters.isEmpty() || trust.history().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(bundle(letters.get(), head.get()));
  }

  private CourtBundle bundle(List<Exhibits.Exhibit> letters, Checkpoints.Kept head) {
    List<CourtBundle.Exhibit> shown = new ArrayList<>();
    Set<LogHead> heads = new LinkedHashSet<>();
    for (Exhibits.Exhibit letter : letters) {
      shown.add(
          new CourtBundle.Exhibit(
              letter.inner(), letter.sealed(), letter.receipts(), entries(letter, head.size())));
      // What we said ourselves: in our letters, and in our receipts for theirs.
      List<String> ours = letter.sent() ? List.of(letter.inner()) : letter.receipts();
      ours.forEach(text -> told(text).ifPresent(heads::add));
    }
    MerkleTree tree = log.tree(head.size());
    List<CourtBundle.Told> told =
        heads.stream()
            .filter(each -> each.size() <= head.size())
            .map(each -> new CourtBundle.Told(each, tree.consistency(each.size(), head.size())))
            .toList();
    return new CourtBundle(trust.self(), trust.history(), head.note(), shown, told);
  }

  private List<CourtBundle.Logged> entries(Exhibits.Exhibit letter, long size) {
    return audit.read(Audit.Query.ALL.on(letter.id().value()), 100).reversed().stream()
        .filter(entry -> entry.act().startsWith("exchange."))
        .flatMap(entry -> log.prove(entry.id(), size).stream())
        .map(proof -> new CourtBundle.Logged(proof.entry(), proof.path()))
        .toList();
  }

  private static Optional<LogHead> told(String jws) {
    byte[] payload = Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]);
    JsonNode head = JSON.readTree(new String(payload, StandardCharsets.UTF_8)).path("log");
    return head.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new LogHead(head.path("size").asLong(0), new Digest(head.path("root").asString(""))));
  }
}

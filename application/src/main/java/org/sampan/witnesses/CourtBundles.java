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
import org.sampan.audit.Entry;
import org.sampan.audit.Log;
import org.sampan.audit.Sequencer;
import org.sampan.exchange.Exhibits;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Letter.LogHead;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Receipt;
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

  /// Which letters of a case can be shown now.
  ///
  /// @param letters by identifier
  /// @param beyond how many cannot, because one before them is missing
  public record Letters(List<UUID> letters, int sent, int received, int beyond) {
    public Letters {
      letters = List.copyOf(letters);
    }
  }

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

  /// The letters of a case of ours that can be shown.
  public Letters letters(UUID caseFile) {
    List<Exhibits.Exhibit> all = exhibits.of(caseFile);
    List<Exhibits.Exhibit> shown = unbroken(all);
    int sent = (int) shown.stream().filter(letter -> letter.place().sent()).count();
    return new Letters(
        shown.stream().map(letter -> letter.id().value()).toList(),
        sent,
        shown.size() - sent,
        all.size() - shown.size());
  }

  /// The bundle of a case of ours with all its letters, as [#of(UUID, Set)].
  public Optional<CourtBundle> of(UUID caseFile) {
    return of(caseFile, Set.copyOf(letters(caseFile).letters()));
  }

  /// The bundle of these letters of a case of ours, with what became of them since; of letters
  /// whose person was erased, what still proves them. Empty when there is no trust list, or while
  /// too few others have signed for the log: ask again in a minute.
  public Optional<CourtBundle> of(UUID caseFile, Set<UUID> these) {
    sequencer.extend();
    clerk.sign(clock.instant());
    int needed = trust.list().map(TrustList::witnesses).orElse(0);
    Optional<Checkpoints.Kept> head =
        needed == 0 ? checkpoints.newest() : checkpoints.cosignedBy(needed);
    if (head.isEmpty() || trust.history().isEmpty()) {
      return Optional.empty();
    }
    List<Exhibits.Exhibit> letters =
        exhibits.of(caseFile).stream()
            .filter(letter -> these.contains(letter.id().value()))
            .toList();
    List<Exhibits.Exhibit> shown = unbroken(letters);
    boolean covered = shown.stream().allMatch(letter -> covers(head.get(), letter));
    return covered ? Optional.of(bundle(shown, head.get())) : Optional.empty();
  }

  /// Whether the head is younger than the letter's first entry.
  private boolean covers(Checkpoints.Kept head, Exhibits.Exhibit letter) {
    List<Entry> entries = about(letter);
    return entries.isEmpty()
        || log.place(entries.getFirst().id()).filter(place -> place < head.size()).isPresent();
  }

  /// What stands behind a missing number proves nothing of its place: it is left out.
  private static List<Exhibits.Exhibit> unbroken(List<Exhibits.Exhibit> letters) {
    List<Exhibits.Exhibit> shown = new ArrayList<>();
    Exhibits.Place last = null;
    for (Exhibits.Exhibit letter : letters) {
      Exhibits.Place place = letter.place();
      boolean follows =
          last != null && last.beside(place)
              ? place.number() <= last.number() + 1
              : place.number() == 1;
      if (follows) {
        shown.add(letter);
        last = place;
      }
    }
    return shown;
  }

  private CourtBundle bundle(List<Exhibits.Exhibit> letters, Checkpoints.Kept head) {
    List<CourtBundle.Exhibit> shown = new ArrayList<>();
    Set<LogHead> heads = new LinkedHashSet<>();
    List<CourtBundle.Erased> erased = new ArrayList<>();
    for (Exhibits.Exhibit letter : letters) {
      List<CourtBundle.Logged> entries = entries(letter, head.size());
      letter
          .inner()
          .ifPresentOrElse(
              inner ->
                  shown.add(
                      new CourtBundle.Exhibit(
                          inner, letter.marks().sealed(), letter.receipts(), entries)),
              () ->
                  erased.add(
                      new CourtBundle.Erased(
                          place(letter.place()), subject(letter), letter.receipts(), entries)));
      // What we said ourselves: in our letters, and in our receipts for theirs.
      List<String> ours =
          letter.place().sent() ? letter.inner().stream().toList() : letter.receipts();
      ours.forEach(text -> told(text).ifPresent(heads::add));
    }
    MerkleTree tree = log.tree(head.size());
    List<CourtBundle.Told> told =
        heads.stream()
            .filter(each -> each.size() <= head.size())
            .map(each -> new CourtBundle.Told(each, tree.consistency(each.size(), head.size())))
            .toList();
    return new CourtBundle(trust.self(), trust.history(), head.note(), shown, erased, told);
  }

  private CourtBundle.Place place(Exhibits.Place place) {
    NodeId peer = new NodeId(place.peer());
    return new CourtBundle.Place(
        place.sent() ? trust.self() : peer,
        place.sent() ? peer : trust.self(),
        new Letter.CaseId(place.pairCase()),
        place.number());
  }

  private static Receipt.Subject subject(Exhibits.Exhibit letter) {
    Exhibits.Marks marks = letter.marks();
    return new Receipt.Subject(
        new Letter.Id(letter.id().value()), marks.sealed(), marks.identity());
  }

  private List<CourtBundle.Logged> entries(Exhibits.Exhibit letter, long size) {
    return about(letter).stream()
        .flatMap(entry -> log.prove(entry.id(), size).stream())
        .map(proof -> new CourtBundle.Logged(proof.entry(), proof.path()))
        .toList();
  }

  private List<Entry> about(Exhibits.Exhibit letter) {
    return audit.read(Audit.Query.ALL.on(letter.id().value()), 100).reversed().stream()
        .filter(entry -> entry.act().startsWith("exchange."))
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

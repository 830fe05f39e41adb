package org.sampan.sealing.court;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Opener;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.log.Checkpoint;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks one letter of a bundle: who signed it, what the addressee said of it, and that the log
/// holds it.
///
/// @param node whose log it is
/// @param lists proved, versions rising
/// @param log the proved head
/// @param checks where the findings go
record LetterExamination(
    NodeId node, List<TrustLists.Trusted> lists, Checkpoint log, List<Report.Check> checks) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration ONE_ACT = Duration.ofHours(24);

  /// The letter with its proof; empty when it has none.
  Optional<Opener.Opened> examine(CourtBundle.Exhibit exhibit) {
    Checked<Opener.Opened> opened = open(exhibit);
    if (opened instanceof Checked.Valid<Opener.Opened>(Opener.Opened letter)) {
      Letter.Route route = letter.letter().route();
      String what =
          "Letter %d from %s to %s, %s of %s"
              .formatted(
                  letter.letter().order().seq(),
                  route.from(),
                  route.to(),
                  route.kind(),
                  letter.letter().life().created());
      say(true, what + ": signed by node " + route.from() + " with a key that counted then.");
      Instant known =
          new ReceiptExamination(lists, checks)
              .examine(
                  exhibit.receipts(), Receipt.Subject.of(letter), letter.letter().route().to());
      standing(letter, known);
      entries(exhibit, letter);
      return Optional.of(letter);
    }
    var refused = (Checked.Refused<Opener.Opened>) opened;
    say(false, "A letter is not what its sender signed: " + refused.reason().text());
    return Optional.empty();
  }

  /// Opened by the list that the letter itself names, or where the file lacks that one by the
  /// newest before it, as of the time it gives for itself.
  private Checked<Opener.Opened> open(CourtBundle.Exhibit exhibit) {
    JsonNode says = payload(exhibit.inner());
    Instant created;
    NodeId to;
    try {
      created = Instant.parse(says.path("created").asString(""));
      to = new NodeId(says.path("to").asString(""));
    } catch (java.time.DateTimeException | IllegalArgumentException malformed) {
      return new Checked.Refused<>(org.sampan.sealing.Reason.FIELD_REFUSED);
    }
    long version = says.path("trust").path("version").asLong(0);
    Optional<TrustLists.Trusted> list =
        lists.reversed().stream().filter(each -> each.mark().version() <= version).findFirst();
    if (list.isEmpty()) {
      return new Checked.Refused<>(org.sampan.sealing.Reason.TRUST_LIST_BEHIND);
    }
    Checked<Opener.Opened> opened =
        Opener.reopen(exhibit.inner(), exhibit.sealed(), list.get().list(), to, created);
    if (opened instanceof Checked.Valid<Opener.Opened>(Opener.Opened letter)) {
      Letter.ListMark named = letter.letter().knowledge().trust();
      boolean same =
          named.version() != list.get().mark().version() || named.equals(list.get().mark());
      return same ? opened : new Checked.Refused<>(org.sampan.sealing.Reason.LIST_FORKED);
    }
    return opened;
  }

  /// A thief can choose a date: by the newest list the key must not have been revoked before the
  /// letter is proved to have existed.
  private void standing(Opener.Opened letter, Instant known) {
    TrustList newest = lists.getLast().list();
    Instant proved = known.equals(Instant.MAX) ? newest.issued() : known;
    TrustList.KeyState state =
        newest.keyAt(
            letter.signerKid(), letter.letter().route().from(), PublicPart.Use.SIGN, proved);
    if (state == TrustList.KeyState.REVOKED) {
      say(false, "  Its key was revoked before anybody else is proved to have had it.");
    }
  }

  private void entries(CourtBundle.Exhibit exhibit, Opener.Opened letter) {
    boolean sent = letter.letter().route().from().equals(node);
    String needed = sent ? "exchange.message.queued" : "exchange.message.received";
    // A node tells its own system letters and withdrawals under other acts, or none.
    boolean unlogged = sent && !letter.letter().route().kind().name().startsWith("referral.");
    boolean logged =
        new PlaceExamination(log, checks)
            .examine(exhibit.entries(), letter.letter().id()).stream()
                .anyMatch(said -> said.act().equals(needed) && (!sent || near(said.at(), letter)));
    if (!unlogged && !logged) {
      say(false, "  The log holds no entry that it was " + (sent ? "sent." : "received."));
    }
  }

  private static boolean near(String at, Opener.Opened letter) {
    try {
      Duration apart = Duration.between(letter.letter().life().created(), Instant.parse(at)).abs();
      return apart.compareTo(ONE_ACT) <= 0;
    } catch (java.time.DateTimeException malformed) {
      return false;
    }
  }

  /// What a signed text says, not proved; empty when it says nothing readable.
  static JsonNode payload(String jws) {
    String[] parts = jws.split("\\.", -1);
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(parts.length == 3 ? parts[1] : "");
      return tree(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return JSON.createObjectNode();
    }
  }

  static JsonNode tree(String text) {
    try {
      return JSON.readTree(new CanonicalJson(text).text());
    } catch (JacksonException | IllegalArgumentException malformed) {
      return JSON.createObjectNode();
    }
  }

  private void say(boolean holds, String what) {
    checks.add(new Report.Check(holds, what));
  }
}

package org.sampan.sealing.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Receipt;
import tools.jackson.databind.JsonNode;

/// Letters that a bundle cannot show, because they were taken back or erased, leave it valid and
/// are said; and nobody hides another letter that way.
class LostLettersTests {

  @Test
  void a_number_with_a_tombstone_is_not_missing() {
    for (boolean known : new boolean[] {true, false}) {
      CourtCase the = new CourtCase(11);
      the.sent(1, CourtCase.TH_SIGNS);
      the.buried(2, known, false);
      the.sent(3, CourtCase.TH_SIGNS);

      Report report = report(the.closed(List.of(CourtCase.FIRST)));

      assertThat(report.valid()).as(report.toString()).isTrue();
      assertThat(report.toString())
          .contains("numbers 1 to 3, none left out.")
          .contains("Taken back, with a signed tombstone in its place: [2].");
    }
  }

  @Test
  void a_letter_that_arrived_all_the_same_stands_beside_its_tombstone() {
    CourtCase the = new CourtCase(12);
    the.sent(1, CourtCase.TH_SIGNS);
    the.buried(2, true, true);
    the.sent(3, CourtCase.TH_SIGNS);
    CourtBundle honest = the.closed(List.of(CourtCase.FIRST));
    CourtCase strange = new CourtCase(12);
    strange.sent(1, CourtCase.TH_SIGNS);
    strange.buried(2, false, true);

    assertThat(report(honest).valid()).as(report(honest).toString()).isTrue();
    // A tombstone that names no letter does not stand beside one.
    assertThat(report(strange.closed(List.of(CourtCase.FIRST))).valid()).isFalse();
  }

  @Test
  void a_tombstone_hides_no_other_letter() {
    CourtCase the = new CourtCase(13);
    the.sent(1, CourtCase.TH_SIGNS);
    the.buried(2, true, false);
    the.sent(3, CourtCase.TH_SIGNS);
    CourtBundle honest = the.closed(List.of(CourtCase.FIRST));
    List<CourtBundle.Exhibit> without = new ArrayList<>(honest.letters());
    without.remove(1);
    List<CourtBundle.Exhibit> twice = new ArrayList<>(honest.letters());
    twice.add(2, twice.get(1));

    assertThat(report(with(honest, without, List.of())).valid()).isFalse();
    assertThat(report(with(honest, twice, List.of())).valid()).isFalse();
  }

  @Test
  void an_erased_letter_is_said_and_what_is_left_of_it_is_proved() {
    CourtBundle honest = new CourtCase(14).bundle();
    for (int which = 0; which < honest.letters().size(); which++) {
      CourtBundle bundle = erased(honest, which);

      Report report = report(bundle);

      assertThat(report.valid()).as(report.toString()).isTrue();
      assertThat(report.toString()).contains("says that its content was erased", "Erased: [");
      assertThat(CourtBundle.read(bundle.write()).write()).isEqualTo(bundle.write());
    }
    CourtBundle all = honest;
    while (!all.letters().isEmpty()) {
      all = erased(all, 0);
    }
    assertThat(report(all).valid()).isTrue();
  }

  @Test
  void erasure_hides_no_change() {
    CourtBundle honest = new CourtCase(15).bundle();
    CourtBundle.Erased one = erased(honest, 0).erased().getFirst();
    CourtBundle.Erased two = erased(honest, 1).erased().getFirst();
    Receipt.Subject other =
        new Receipt.Subject(one.of().id(), one.of().sealed(), Digest.of("another"));
    List<List<CourtBundle.Erased>> forged =
        List.of(
            List.of(),
            List.of(one, one),
            List.of(new CourtBundle.Erased(two.place(), one.of(), one.receipts(), one.entries())),
            List.of(new CourtBundle.Erased(one.place(), other, one.receipts(), one.entries())),
            List.of(new CourtBundle.Erased(one.place(), other, List.of(), one.entries())),
            List.of(new CourtBundle.Erased(one.place(), one.of(), two.receipts(), one.entries())),
            List.of(new CourtBundle.Erased(one.place(), one.of(), one.receipts(), two.entries())),
            List.of(new CourtBundle.Erased(one.place(), one.of(), List.of(), List.of())));
    List<CourtBundle.Exhibit> rest = honest.letters().subList(1, honest.letters().size());

    for (List<CourtBundle.Erased> each : forged) {
      Report report = report(with(honest, rest, each));
      assertThat(report.valid()).as(each + "\n" + report).isFalse();
    }
  }

  private static CourtBundle erased(CourtBundle of, int which) {
    List<CourtBundle.Exhibit> letters = new ArrayList<>(of.letters());
    CourtBundle.Exhibit letter = letters.remove(which);
    List<CourtBundle.Erased> erased = new ArrayList<>(of.erased());
    JsonNode says = LetterExamination.payload(letter.inner());
    String signed = letter.inner().substring(0, letter.inner().lastIndexOf('.'));
    erased.add(
        new CourtBundle.Erased(
            new CourtBundle.Place(
                new NodeId(says.path("from").asString("")),
                new NodeId(says.path("to").asString("")),
                new Letter.CaseId(UUID.fromString(says.path("case").asString(""))),
                says.path("seq").asLong(0)),
            new Receipt.Subject(
                new Letter.Id(UUID.fromString(says.path("id").asString(""))),
                letter.sealed(),
                Digest.of(signed)),
            letter.receipts(),
            letter.entries()));
    return with(of, letters, erased);
  }

  private static CourtBundle with(
      CourtBundle of, List<CourtBundle.Exhibit> letters, List<CourtBundle.Erased> erased) {
    return new CourtBundle(of.node(), of.lists(), of.checkpoint(), letters, erased, of.heads());
  }

  private static Report report(CourtBundle bundle) {
    return Examination.of(bundle.write(), CourtCase.ANCHOR);
  }
}

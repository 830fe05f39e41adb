package org.sampan.sealing.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.Receipts;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.log.Checkpoint;

/// What others hold of a log, their receipts and their clocks, is compared with it.
class OthersWordsTests {

  @Test
  void a_receipt_without_its_arrival_is_found() {
    List<byte[]> log = new ArrayList<>(LogExaminationTests.entries(10, new Random(6)));
    UUID letter = UUID.fromString("01a20000-0000-7000-8000-000000000001");
    log.add(LogExaminationTests.entry("exchange.message.received", 11, letter, ""));
    Map<String, byte[]> files =
        LogExaminationTests.files(CourtCase.TH, CourtCase.TH_SIGNS, log, false);
    String given = receipt(letter, CourtCase.TH_SIGNS);
    files.put("receipts", LogExaminationTests.utf8(given + "\n"));
    assertThat(LogExaminationTests.examined(files, Optional.empty()).toString())
        .startsWith("VALID")
        .contains("yes  C3 Receipts compared with the log: 1.");

    UUID other = UUID.fromString("01a20000-0000-7000-8000-000000000002");
    for (String line :
        List.of(
            receipt(other, CourtCase.TH_SIGNS),
            receipt(letter, CourtCase.STRANGER),
            Bend.bent(given, new Random(7)),
            "no receipt")) {
      files.put("receipts", LogExaminationTests.utf8(line + "\n"));
      Report report = LogExaminationTests.examined(files, Optional.empty());
      assertThat(report.valid()).as(report.toString()).isFalse();
    }
    files.put("receipts", LogExaminationTests.utf8(receipt(other, CourtCase.TH_SIGNS) + "\n"));
    assertThat(LogExaminationTests.examined(files, Optional.empty()).toString())
        .contains("NO   C3 It signed");
  }

  private static String receipt(UUID letter, SigningKey key) {
    Receipt.Subject of =
        new Receipt.Subject(new Letter.Id(letter), Digest.of("sealed"), Digest.of("signed"));
    return Receipts.sign(
        new Receipt.Relayed(of, new Receipt.Stamp(CourtCase.TH, CourtCase.START, null)), key);
  }

  @Test
  void a_head_that_others_saw_before_it_was_made_is_found() {
    List<byte[]> log = LogExaminationTests.entries(10, new Random(8));
    Map<String, byte[]> files =
        LogExaminationTests.files(CourtCase.TH, CourtCase.TH_SIGNS, log, false);
    assertThat(LogExaminationTests.examined(files, Optional.empty()).toString())
        .contains("yes  C9 Times beside the signatures of other nodes: 1,");

    Instant claimed = CourtCase.START.plus(Duration.ofHours(2));
    Checkpoint head = LogExaminationTests.head(CourtCase.TH, log);
    files.put(
        "checkpoint",
        LogExaminationTests.utf8(
            head.sign(CourtCase.TH_SIGNS, claimed)
                .with(
                    head.cosign(
                        CourtCase.KH, CourtCase.KH_SIGNS, claimed.minus(Duration.ofHours(1))))
                .toString()));

    assertThat(LogExaminationTests.examined(files, Optional.empty()).toString())
        .contains("NO   C9 Another node");
  }
}

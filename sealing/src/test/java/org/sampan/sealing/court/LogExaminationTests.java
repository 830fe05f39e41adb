package org.sampan.sealing.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.EntryBundle;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.MerkleTree;
import org.sampan.sealing.log.SignedNote;
import org.sampan.sealing.log.Tile;

/// A log edited, reordered, cut, rolled back, forked or with an entry removed is found every time,
/// although whoever did it holds the node's own key and mends every hash.
class LogExaminationTests {
  private static final boolean ALL = Boolean.getBoolean("sampan.all");
  private static final int TURNS = ALL ? 2000 : 105;

  @Test
  void an_honest_log_holds_also_with_erased_entries() {
    Random random = new Random(1);
    List<byte[]> log = entries(700, random);
    Map<String, byte[]> files = files(CourtCase.TH, CourtCase.TH_SIGNS, log, true);
    List<byte[]> erased = new ArrayList<>(log);
    erased.set(5, new byte[0]);
    erased.set(690, new byte[0]);
    put(files, erased);

    Report report = examined(files, Optional.of(note(log.subList(0, 300), true)));

    assertThat(report.valid()).as(report.toString()).isTrue();
    assertThat(report.toString()).contains("C10 Entries erased: 2;").contains("C2 The log cont");
  }

  @Test
  void whatever_its_owner_does_to_it_is_found() {
    Random random = new Random(20261122);
    List<String> missed = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      Deed deed = Deed.values()[turn % Deed.values().length];
      List<byte[]> log = entries(2 + random.nextInt(40), random);
      int known = 2 + random.nextInt(log.size() - 1);
      List<byte[]> now = deed.done(log, known, random);
      boolean gossiped = random.nextBoolean();
      Map<String, byte[]> files = files(CourtCase.TH, CourtCase.TH_SIGNS, now, false);
      if (gossiped) {
        // Its peers heard of it; the checker kept nothing.
        files.put("heads", heads(log.subList(0, known)));
      }
      Optional<String> last =
          gossiped ? Optional.empty() : Optional.of(note(log.subList(0, known), false));
      Report report = examined(files, last);
      if (report.valid()) {
        missed.add(turn + " " + deed + " known " + known + " of " + log.size() + "\n" + report);
      }
    }

    assertThat(missed).isEmpty();
  }

  @Test
  void files_altered_under_a_signed_head_are_found() {
    Random random = new Random(3);
    List<byte[]> log = entries(600, random);
    Map<String, byte[]> honest = files(CourtCase.TH, CourtCase.TH_SIGNS, log, false);
    List<String> names = honest.keySet().stream().filter(name -> name.startsWith("tile")).toList();
    for (int turn = 0; turn < 60; turn++) {
      Map<String, byte[]> files = new HashMap<>(honest);
      String name = names.get(random.nextInt(names.size()));
      byte[] bytes = Objects.requireNonNull(files.get(name)).clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      files.put(name, bytes);
      assertThat(examined(files, Optional.empty()).valid()).as(name).isFalse();
      files.remove(name);
      if (!name.equals("tile/entries/000")) {
        assertThat(examined(files, Optional.empty()).valid()).as("without " + name).isFalse();
      }
    }
  }

  @Test
  void a_head_nobody_cosigned_and_a_list_of_strangers_are_refused() {
    List<byte[]> log = entries(10, new Random(4));
    Map<String, byte[]> alone = files(CourtCase.TH, CourtCase.TH_SIGNS, log, false);
    Checkpoint head = head(CourtCase.TH, log);
    alone.put("checkpoint", utf8(head.sign(CourtCase.TH_SIGNS, CourtCase.START).toString()));
    Map<String, byte[]> strange = files(CourtCase.TH, CourtCase.TH_SIGNS, log, false);
    strange.put("lists", utf8(TrustLists.sign(CourtCase.FIRST, List.of(CourtCase.STRANGER))));

    assertThat(examined(alone, Optional.empty()).toString()).contains("NO   C1");
    assertThat(examined(strange, Optional.empty()).toString()).contains("NO   C1");
    assertThat(examined(Map.of(), Optional.empty()).valid()).isFalse();
  }

  @Test
  void a_silence_while_it_is_written_to_is_found() {
    List<byte[]> log = entries(30, new Random(5));
    Map<String, byte[]> files = files(CourtCase.TH, CourtCase.TH_SIGNS, log, false);
    files.put("history", utf8(line(log.subList(0, 1), 0) + line(log, 60 * 30)));

    assertThat(examined(files, Optional.empty()).toString()).contains("NO   C7");
  }

  @Test
  void what_one_handed_over_and_the_other_did_not_log_is_counted_by_day() {
    List<byte[]> ours = new ArrayList<>();
    List<byte[]> theirs = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      UUID letter = new UUID(n, n);
      ours.add(entry("exchange.message.relayed", n, letter, "kh"));
      if (n != 3) {
        theirs.add(entry("exchange.message.received", n, letter, ""));
      }
    }
    Map<String, byte[]> other = files(CourtCase.KH, CourtCase.KH_SIGNS, theirs, false);
    LogFolder folder = folder(files(CourtCase.TH, CourtCase.TH_SIGNS, ours, false));

    Report report =
        LogExamination.of(
            folder,
            new LogExamination.Known(
                CourtCase.ANCHOR, Optional.empty(), Optional.of(folder(other))));

    assertThat(report.toString())
        .contains("NO   C6 From th to kh: 5 handed over")
        .contains("{2026-11-01=1}");
  }

  static Report examined(Map<String, byte[]> files, Optional<String> last) {
    return LogExamination.of(
        folder(files), new LogExamination.Known(CourtCase.ANCHOR, last, Optional.empty()));
  }

  private static LogFolder folder(Map<String, byte[]> files) {
    return new LogFolder(name -> Optional.ofNullable(files.get(name)));
  }

  static Map<String, byte[]> files(NodeId node, SigningKey key, List<byte[]> log, boolean history) {
    Map<String, byte[]> files = new HashMap<>();
    MerkleTree tree = MerkleTree.of(log.stream().map(Hash::ofLeaf).toList());
    for (Tile tile : Tile.all(log.size(), false)) {
      List<Hash> hashes = new ArrayList<>();
      for (int n = 0; n < tile.width(); n++) {
        hashes.add(tree.subtrees().at(8 * tile.level(), 256 * tile.index() + n));
      }
      files.put(tile.path(), tile.write(hashes));
    }
    put(files, log);
    Checkpoint head = head(node, log);
    SigningKey other = node.equals(CourtCase.TH) ? CourtCase.KH_SIGNS : CourtCase.TH_SIGNS;
    NodeId by = node.equals(CourtCase.TH) ? CourtCase.KH : CourtCase.TH;
    Instant at = CourtCase.START.plus(Duration.ofHours(2));
    files.put("checkpoint", utf8(head.sign(key, at).with(head.cosign(by, other, at)).toString()));
    files.put("lists", utf8(TrustLists.sign(CourtCase.FIRST, List.of(CourtCase.SECRETARIAT))));
    if (history) {
      files.put("history", utf8(line(log.subList(0, 200), 0) + line(log.subList(0, 400), 60)));
    }
    return files;
  }

  private static void put(Map<String, byte[]> files, List<byte[]> log) {
    for (Tile tile : Tile.all(log.size(), true)) {
      int from = (int) tile.index() * Tile.FULL;
      files.put(tile.path(), EntryBundle.write(log.subList(from, from + tile.width())));
    }
  }

  static Checkpoint head(NodeId node, List<byte[]> log) {
    MerkleTree tree = MerkleTree.of(log.stream().map(Hash::ofLeaf).toList());
    return new Checkpoint(node, log.size(), tree.root(log.size()));
  }

  private static String note(List<byte[]> log, boolean cosigned) {
    Checkpoint head = head(CourtCase.TH, log);
    SignedNote note = head.sign(CourtCase.TH_SIGNS, CourtCase.START.plusSeconds(60));
    return (cosigned
            ? note.with(head.cosign(CourtCase.KH, CourtCase.KH_SIGNS, CourtCase.START))
            : note)
        .toString();
  }

  private static String line(List<byte[]> log, int seconds) {
    String note =
        head(CourtCase.TH, log)
            .sign(CourtCase.TH_SIGNS, CourtCase.START.plusSeconds(seconds))
            .toString();
    return Base64.getEncoder().encodeToString(utf8(note)) + "\n";
  }

  private static byte[] heads(List<byte[]> log) {
    return utf8("kh " + log.size() + " " + head(CourtCase.TH, log).root().digest() + "\n");
  }

  static List<byte[]> entries(int count, Random random) {
    List<byte[]> entries = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      UUID record = new UUID(random.nextLong(), random.nextLong());
      entries.add(entry("casework.case.seen", n, record, ""));
    }
    return entries;
  }

  static byte[] entry(String act, int minute, UUID record, String to) {
    String text =
        "{\"act\":\"%s\",\"at\":\"%s\",\"detail\":{\"to\":\"%s\"},\"record\":\"%s\"}"
            .formatted(act, CourtCase.START.plusSeconds(60L * minute), to, record);
    byte[] bytes = CanonicalJson.of(text).bytes();
    byte[] salted = new byte[16 + bytes.length];
    System.arraycopy(bytes, 0, salted, 16, bytes.length);
    return salted;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

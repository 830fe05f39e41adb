package org.sampan.sealing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustedNode;

/// Checkpoints as signed notes, and the words of other nodes below them.
class CheckpointTests {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final NodeId TH = new NodeId("th");
  private static final NodeId KH = new NodeId("kh");
  private static final NodeId LA = new NodeId("la");
  private static final SigningKey TH_SIGNS = SigningKey.generate();
  private static final SigningKey KH_SIGNS = SigningKey.generate();
  private static final SigningKey LA_SIGNS = SigningKey.generate();
  private static final TrustList LIST = list(node(TH, TH_SIGNS, null), node(KH, KH_SIGNS, null));
  private static final Checkpoint HEAD =
      new Checkpoint(TH, 3, MerkleTree.of(MerkleTreeTests.leaves(3)).root(3));

  @Test
  void a_checkpoint_is_three_lines() {
    assertThat(HEAD.text()).isEqualTo("sampan/th\n3\n" + HEAD.root().base64() + "\n");
    assertThat(Checkpoint.parse(HEAD.text())).isEqualTo(HEAD);
    assertThat(Hash.of(HEAD.head().root())).isEqualTo(HEAD.root());
  }

  @Test
  void its_own_node_says_what_and_when_and_others_say_that_they_saw_it() {
    SignedNote note = HEAD.sign(TH_SIGNS, NOW).with(HEAD.cosign(KH, KH_SIGNS, NOW.plusSeconds(30)));

    var proved = (Seen.Proved) check(note.toString());

    assertThat(proved.checkpoint()).isEqualTo(HEAD);
    assertThat(proved.at()).isEqualTo(NOW);
    assertThat(proved.cosigners()).isEqualTo(Map.of(KH, NOW.plusSeconds(30)));
    assertThat(proved.cosignedBy(1)).isTrue();
    assertThat(proved.cosignedBy(2)).isFalse();
    assertThat(SignedNote.parse(note.toString())).isEqualTo(note);
  }

  @Test
  void a_later_word_takes_the_place_of_an_earlier_one() {
    SignedNote note =
        HEAD.sign(TH_SIGNS, NOW)
            .with(HEAD.cosign(KH, KH_SIGNS, NOW))
            .with(HEAD.cosign(KH, KH_SIGNS, NOW.plusSeconds(9)));

    assertThat(note.lines()).hasSize(3);
    assertThat(((Seen.Proved) check(note.toString())).cosigners())
        .isEqualTo(Map.of(KH, NOW.plusSeconds(9)));
  }

  @Test
  void a_stranger_counts_for_nothing_and_a_forged_line_spoils_the_note() {
    SignedNote strange = HEAD.sign(TH_SIGNS, NOW).with(HEAD.cosign(LA, LA_SIGNS, NOW));
    SignedNote asKh = HEAD.sign(TH_SIGNS, NOW).with(HEAD.cosign(KH, LA_SIGNS, NOW));
    Checkpoint other = new Checkpoint(TH, 4, HEAD.root());
    SignedNote moved = HEAD.sign(TH_SIGNS, NOW).with(other.cosign(KH, KH_SIGNS, NOW));

    assertThat(((Seen.Proved) check(strange.toString())).cosigners()).isEmpty();
    assertThat(((Seen.Proved) check(asKh.toString())).cosigners()).isEmpty();
    assertThat(check(moved.toString())).isEqualTo(new Seen.Refused(Seen.Fault.LINE_FORGED));
  }

  @Test
  void nobody_signs_for_the_log_but_its_node() {
    Checkpoint ofKh = new Checkpoint(KH, 3, HEAD.root());

    assertThat(check(HEAD.sign(KH_SIGNS, NOW).toString()))
        .isEqualTo(new Seen.Refused(Seen.Fault.NOT_SIGNED));
    assertThat(check(ofKh.sign(TH_SIGNS, NOW).toString()))
        .isEqualTo(new Seen.Refused(Seen.Fault.NOT_SIGNED));
    assertThat(check(new Checkpoint(LA, 3, HEAD.root()).sign(LA_SIGNS, NOW).toString()))
        .isEqualTo(new Seen.Refused(Seen.Fault.NODE_UNKNOWN));
  }

  @Test
  void a_revoked_or_expired_key_does_not_count() {
    SignedNote note = HEAD.sign(TH_SIGNS, NOW).with(HEAD.cosign(KH, KH_SIGNS, NOW));
    TrustList revoked = list(node(TH, TH_SIGNS, null), node(KH, KH_SIGNS, NOW.plusSeconds(60)));
    SignedNote late = HEAD.sign(TH_SIGNS, NOW.plus(Duration.ofDays(200)));

    Seen before = Seen.check(note.toString(), revoked, NOW.plusSeconds(59));
    Seen after = Seen.check(note.toString(), revoked, NOW.plusSeconds(61));

    assertThat(((Seen.Proved) before).cosigners()).hasSize(1);
    assertThat(((Seen.Proved) after).cosigners()).isEmpty();
    assertThat(check(late.toString())).isEqualTo(new Seen.Refused(Seen.Fault.NOT_SIGNED));
  }

  @Test
  void a_note_changed_in_any_character_proves_nothing() {
    String note = HEAD.sign(TH_SIGNS, NOW).with(HEAD.cosign(KH, KH_SIGNS, NOW)).toString();
    Random random = new Random(20261122);
    for (int at = 0; at < note.length(); at++) {
      char other = (char) (' ' + random.nextInt(95));
      String bent = note.substring(0, at) + other + note.substring(at + 1);
      if (!bent.equals(note) && check(bent) instanceof Seen.Proved proved) {
        // A line whose name or key identifier is bent is a stranger's, and counts for nothing.
        assertThat(proved.cosigners()).as("at " + at).isEmpty();
      }
    }
    assertThat(check(note + "\n")).isInstanceOf(Seen.Refused.class);
    assertThat(check(note.replace("\n", "\r\n"))).isInstanceOf(Seen.Refused.class);
    assertThat(check("")).isInstanceOf(Seen.Refused.class);
  }

  @Test
  void noise_is_refused_and_nothing_is_thrown() {
    String note = HEAD.sign(TH_SIGNS, NOW).toString();
    Random random = new Random(20261123);
    for (int turn = 0; turn < 10_000; turn++) {
      StringBuilder bent = new StringBuilder(note);
      for (int n = 0; n <= random.nextInt(4); n++) {
        int at = random.nextInt(bent.length() - 3);
        switch (random.nextInt(3)) {
          case 0 -> bent.deleteCharAt(at);
          case 1 -> bent.insert(at, "\n\u2014 +=9".charAt(random.nextInt(6)));
          default -> bent.setLength(Math.max(20, at));
        }
      }
      assertThat(check(bent.toString())).isNotNull();
    }
  }

  @Test
  void a_note_without_signature_or_with_a_hundred_is_none() {
    assertThatThrownBy(() -> SignedNote.parse(HEAD.text() + "\n"))
        .isInstanceOf(IllegalArgumentException.class);
    String line = HEAD.cosign(KH, KH_SIGNS, NOW) + "\n";
    assertThatThrownBy(() -> SignedNote.parse(HEAD.text() + "\n" + line.repeat(100)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Seen check(String note) {
    return Seen.check(note, LIST, NOW.plus(Duration.ofHours(1)));
  }

  private static TrustList list(TrustedNode... nodes) {
    return new TrustList(
        1, null, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(29)), List.of(nodes));
  }

  private static TrustedNode node(NodeId id, SigningKey key, @Nullable Instant revoked) {
    return new TrustedNode(
        id,
        "TH",
        "government",
        TrustedNode.Status.ACTIVE,
        TrustedNode.Names.of(Map.of("en", "Node")),
        URI.create("https://" + id + ".example"),
        List.of(
            new TrustedNode.Key(
                key.publicPart(),
                NOW.minus(Duration.ofDays(10)),
                NOW.plus(Duration.ofDays(80)),
                revoked)),
        List.of(),
        List.of());
  }
}

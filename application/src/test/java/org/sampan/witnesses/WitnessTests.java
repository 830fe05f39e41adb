package org.sampan.witnesses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.audit.Log;
import org.sampan.audit.Sequencer;
import org.sampan.exchange.Peers;
import org.sampan.sealing.Letter.LogHead;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustedNode;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.MerkleTree;
import org.sampan.sealing.log.Seen;
import org.sampan.sealing.log.SignedNote;
import org.sampan.sealing.log.Tiles;
import org.sampan.trust.Doorway;
import org.sampan.trust.Keyring;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// Thailand's node watches another's log and lets itself be watched. The other is a server of the
/// test: it can lie.
@OnANode
class WitnessTests {

  @Autowired Round round;
  @Autowired Clerk clerk;
  @Autowired Heads heads;
  @Autowired Checkpoints checkpoints;
  @Autowired Keyring keys;
  @Autowired Audit audit;
  @Autowired Log log;
  @Autowired Sequencer sequencer;
  @Autowired Clock clock;
  @Autowired MockMvc node;

  private LyingNode other;
  private String name;

  @BeforeEach
  void anotherNode() throws IOException {
    other = new LyingNode(clock);
    name = other.node.value();
  }

  @AfterEach
  void gone() {
    other.close();
  }

  @Test
  void a_log_that_continues_what_was_heard_is_cosigned() {
    other.write(300);
    heard(300);
    other.write(400);

    round.go(list());

    assertThat(heads.accepted(name).orElseThrow().head()).isEqualTo(other.head().head());
    assertThat(heads.open(name)).isEmpty();
    SignedNote line = SignedNote.parse(other.posted.getFirst());
    assertThat(line.text()).isEqualTo(other.head().text());
    assertThat(ofAlarms()).isEmpty();
  }

  @Test
  void a_log_that_rewrote_what_it_told_raises_an_alarm_and_is_not_cosigned() {
    other.write(300);
    heard(300);
    other.leaves.set(7, Hash.ofLeaf(new byte[7]));
    other.write(10);

    round.go(list());
    round.go(list());

    assertThat(ofAlarms()).extracting(Heads.Alarm::kind).containsExactly("FORK");
    assertThat(other.posted).isEmpty();
    assertThat(audit.read(Audit.Query.ALL.doing("witnesses.alarm.fork"), 50))
        .filteredOn(entry -> name.equals(entry.detail().get("node")))
        .hasSize(1);
  }

  @Test
  void a_log_that_goes_back_behind_its_checkpoint_raises_an_alarm() {
    other.write(300);
    round.go(list());
    other.leaves.subList(200, 300).clear();

    round.go(list());

    assertThat(ofAlarms()).extracting(Heads.Alarm::kind).containsExactly("ROLLBACK");
    assertThat(other.posted).hasSize(1);
  }

  @Test
  void a_log_restored_from_an_old_copy_and_written_on_is_found() {
    other.write(300);
    round.go(list());
    other.leaves.subList(200, 300).clear();
    other.write(500);

    round.go(list());

    assertThat(ofAlarms()).extracting(Heads.Alarm::kind).containsExactly("FORK");
  }

  @Test
  void two_heads_of_one_size_cannot_both_be_proved() {
    other.write(50);
    heard(50);
    heads.hear(name, invented(50), clock.instant());

    round.go(list());

    assertThat(ofAlarms()).hasSize(1);
  }

  @Test
  void what_is_told_a_moment_before_its_checkpoint_waits() {
    other.write(10);
    heads.hear(name, invented(12), clock.instant());

    round.go(list());

    assertThat(ofAlarms()).isEmpty();
    assertThat(heads.open(name)).hasSize(1);
  }

  @Test
  void four_others_cosign_ours_and_each_counts_once() throws Exception {
    audit.seen(Act.of("casework.case.seen"));
    sequencer.extend();
    clerk.sign(clock.instant());
    Checkpoint ours = new Checkpoint(new NodeId("th"), log.head().size(), log.head().root());
    List<TrustedNode> nodes = new ArrayList<>(List.of(self()));
    List<SignedNote.Line> lines = new ArrayList<>();
    for (String each : List.of("kh", "la", "mm", "vn")) {
      SigningKey key = SigningKey.generate();
      nodes.add(other.trusted(new NodeId(each), key.publicPart()));
      lines.add(ours.cosign(new NodeId(each), key, clock.instant()));
    }
    TrustList list = list(nodes);

    for (SignedNote.Line line : lines) {
      assertThat(clerk.take(new SignedNote(ours.text(), List.of(line)).toString(), list)).isTrue();
      assertThat(clerk.take(new SignedNote(ours.text(), List.of(line)).toString(), list)).isTrue();
    }
    SignedNote.Line strange = ours.cosign(new NodeId("kh"), other.signs, clock.instant());

    assertThat(clerk.take(new SignedNote(ours.text(), List.of(strange)).toString(), list))
        .isFalse();
    Checkpoints.Kept kept = checkpoints.newest().orElseThrow();
    var proved = (Seen.Proved) Seen.check(kept.note(), list, clock.instant());
    assertThat(proved.cosignedBy(4)).isTrue();
    assertThat(proved.cosignedBy(5)).isFalse();
    assertThat(checkpoints.cosignedBy(4).orElseThrow().size()).isEqualTo(kept.size());
  }

  @Test
  void the_log_is_read_by_strangers_as_hashes_and_nothing_else() throws Exception {
    audit.seen(Act.of("casework.case.seen"));
    sequencer.extend();
    clerk.sign(clock.instant());

    String note = answer("/x/v1/log/checkpoint").getContentAsString(StandardCharsets.UTF_8);
    Checkpoint read = Checkpoint.parse(SignedNote.parse(note).text());
    Tiles tiles =
        new Tiles(
            read.size(),
            tile -> {
              try {
                return answer("/x/v1/log/" + tile.path()).getContentAsByteArray();
              } catch (Exception fault) {
                throw new IllegalStateException(fault);
              }
            });

    assertThat(new MerkleTree(tiles).root(read.size())).isEqualTo(read.root());
    for (String path :
        List.of(
            "tile/entries/000",
            "tile/0/000.p/257",
            "tile/0/../../checkpoint",
            "tile/0/" + "9".repeat(80))) {
      assertThat(answer("/x/v1/log/" + path).getStatus()).as(path).isIn(404, 400);
    }
  }

  @Test
  void noise_in_place_of_a_cosignature_changes_nothing() throws Exception {
    sequencer.extend();
    clerk.sign(clock.instant());
    String before = checkpoints.newest().orElseThrow().note();

    for (String noise : List.of("", "\n\n", before, before + before, "\u2014 x y", "{}")) {
      assertThat(
              node.perform(post("/x/v1/log/cosignatures").content(noise))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .isEqualTo(409);
    }
    assertThat(
            node.perform(post("/x/v1/log/cosignatures").content(new byte[20_000]))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(413);
    assertThat(checkpoints.newest().orElseThrow().note()).isEqualTo(before);
  }

  @Test
  void who_asks_too_fast_is_told_to_slow_down() {
    LogGate gate =
        new LogGate(
            log, checkpoints, clerk, new Doorway(Clock.fixed(clock.instant(), ZoneOffset.UTC)));
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/x/v1/log/tile/0/999");

    for (int n = 0; n < 100; n++) {
      assertThat(gate.tile(request).getStatusCode().value()).isEqualTo(404);
    }

    assertThat(gate.tile(request).getStatusCode().value()).isEqualTo(429);
  }

  private void heard(int size) {
    MerkleTree tree = MerkleTree.of(other.leaves);
    round.heard(new Peers.HeadHeard(name, new LogHead(size, tree.root(size).digest())));
  }

  private static LogHead invented(int size) {
    return new LogHead(size, Hash.ofLeaf(new byte[1]).digest());
  }

  private List<Heads.Alarm> ofAlarms() {
    return heads.alarms().stream().filter(alarm -> alarm.peer().equals(name)).toList();
  }

  private MockHttpServletResponse answer(String path) throws Exception {
    return node.perform(get(URI.create(path))).andReturn().getResponse();
  }

  private TrustedNode self() {
    return other.trusted(new NodeId("th"), keys.signing().publicPart());
  }

  private TrustList list() {
    return list(List.of(self(), other.trusted(other.node, other.signs.publicPart())));
  }

  private TrustList list(List<TrustedNode> nodes) {
    Instant now = clock.instant();
    return new TrustList(1, null, now.minusSeconds(60), now.plus(Duration.ofDays(1)), nodes);
  }
}

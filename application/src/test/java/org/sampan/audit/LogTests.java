package org.sampan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.OnANode;
import org.sampan.database.NodeDatabase;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.MerkleTree;
import org.sampan.sealing.log.Tile;
import org.sampan.sealing.log.Tiles;
import org.sampan.vault.Spot;
import org.sampan.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever alters the audit past the node, with the owner's power over the database, is found out.
@OnANode
class LogTests {

  @Autowired Audit audit;
  @Autowired Sequencer sequencer;
  @Autowired Log log;
  @Autowired NodeDatabase database;
  @Autowired Vault vault;
  @Autowired TransactionTemplate transaction;

  @Test
  void every_committed_entry_has_its_place_and_the_log_holds() {
    for (int i = 0; i < 5; i++) {
      audit.seen(Act.of("casework.case.seen").with("n", i));
    }

    sequencer.extend();

    Log.Verdict verdict = log.verify();
    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.entries())
        .isEqualTo(audit.counts().values().stream().mapToLong(Long::longValue).sum());
    assertThat(sequencer.extend()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "act = 'casework.case.closed'",
        "who = gen_random_uuid()",
        "who = null",
        "record = gen_random_uuid()",
        "case_file = gen_random_uuid()",
        "purpose = 'another-reason'",
        "at = at + interval '1 microsecond'",
        "detail = '{\"key\":\"other\"}'",
        "detail = '{}'",
        "salt = decode(repeat('00', 16), 'hex')",
        "leaf = sha256(leaf)"
      })
  void one_altered_value_breaks_the_log_where_it_was_altered(String altered) throws Exception {
    Entry entry = placedEntry();
    transaction.executeWithoutResult(_ -> audit.write(Act.of("casework.case.seen")));
    sequencer.extend();

    List<Object> kept = asOwner("select to_jsonb(e)::text from audit.entry e where id = ?", entry);
    asOwner("update audit.entry set " + altered + " where id = ? returning 1", entry);
    Log.Verdict broken = log.verify();
    putBack(entry, String.valueOf(kept.getFirst()));

    assertThat(broken.holds()).isFalse();
    assertThat(asOwner("select position from audit.leaf where entry = ?", entry))
        .containsExactly(broken.brokenAt().orElseThrow());
    assertThat(log.verify().holds()).isTrue();
  }

  @Test
  void a_leaf_taken_out_of_the_middle_is_found() throws Exception {
    Entry entry = placedEntry();
    audit.seen(Act.of("casework.case.seen"));
    sequencer.extend();
    long position =
        (Long) asOwner("select position from audit.leaf where entry = ?", entry).getFirst();
    Object hash =
        asOwner("select encode(hash, 'hex') from audit.leaf where entry = ?", entry).getFirst();

    Log.Verdict broken;
    // Meanwhile the node's own sequencer waits, or it would give the entry a place again.
    try (Connection owner = database.asOwner();
        Statement waiting = owner.createStatement()) {
      waiting.execute("select pg_advisory_lock(hashtext('audit.leaf'))");
      asOwner("delete from audit.leaf where entry = ? returning 1", entry);
      broken = log.verify();
      asOwner(
          "insert into audit.leaf values (%d, ?, decode('%s', 'hex')) returning 1"
              .formatted(position, hash),
          entry);
    }

    assertThat(broken.brokenAt()).hasValue(position);
    assertThat(log.verify().holds()).isTrue();
  }

  @Test
  void a_leaf_rewritten_with_its_entry_is_found_by_the_root_told_before() throws Exception {
    Entry entry = placedEntry();
    audit.seen(Act.of("casework.case.seen"));
    sequencer.extend();

    Object leaf =
        asOwner("select encode(leaf, 'hex') from audit.entry where id = ?", entry).getFirst();
    for (String statement :
        List.of(
            "update audit.entry set leaf = sha256(leaf) where id = ? returning 1",
            "update audit.leaf set hash = sha256(hash) where entry = ? returning 1")) {
      asOwner(statement, entry);
    }
    Log.Verdict broken = log.verify();
    asOwner(
        "update audit.entry set leaf = decode('%s', 'hex') where id = ? returning 1"
            .formatted(leaf),
        entry);
    asOwner(
        "update audit.leaf set hash = decode('%s', 'hex') where entry = ? returning 1"
            .formatted(leaf),
        entry);

    assertThat(broken.holds()).isFalse();
    assertThat(log.verify().holds()).isTrue();
  }

  @Test
  void each_entry_is_proved_under_the_head_and_under_older_ones() {
    Entry first = placedEntry();
    Log.Head then = log.head();
    transaction.executeWithoutResult(_ -> {
      for (int n = 0; n < 600; n++) {
        audit.write(Act.of("casework.case.seen").with("n", n));
      }
    });
    Entry last = placedEntry();
    Log.Head now = log.head();

    for (Log.Head head : List.of(then, now)) {
      Log.Proof proof = log.prove(first.id(), head.size()).orElseThrow();
      assertThat(proof.path().proves(Hash.ofLeaf(proof.entry()), head.root())).isTrue();
      assertThat(new String(proof.entry(), 16, proof.entry().length - 16, StandardCharsets.UTF_8))
          .contains(first.id().toString());
    }
    assertThat(log.prove(last.id(), then.size())).isEmpty();
    assertThat(
            log.tree(now.size())
                .consistency(then.size(), now.size())
                .proves(then.root(), now.root()))
        .isTrue();
    assertThat(log.verify().holds()).isTrue();
  }

  @Test
  void the_tiles_are_the_log() {
    placedEntry();
    Log.Head head = log.head();

    Tiles tiles = new Tiles(head.size(), tile -> log.tile(tile).orElseThrow());

    assertThat(new MerkleTree(tiles).root(head.size())).isEqualTo(head.root());
    assertThat(log.tile(new Tile(0, head.size() / Tile.FULL + 1, 1))).isEmpty();
    assertThat(log.tile(new Tile(Tile.ENTRIES, 0, 1))).isEmpty();
  }

  @Test
  void an_erased_person_leaves_a_log_that_holds() {
    UUID person = UUID.randomUUID();
    transaction.executeWithoutResult(_ -> {
      vault.admit(person);
      audit.write(Act.of("casework.case.opened").on(person));
    });
    byte[] sealed = vault.open(person).seal(person, spot(person), "Srey Mom");

    transaction.executeWithoutResult(_ -> {
      vault.erase(person);
      audit.write(Act.of("casework.case.erased").on(person));
    });
    sequencer.extend();

    assertThat(vault.open(person).open(person, spot(person), sealed)).isEmpty();
    assertThat(log.verify().holds()).isTrue();
    assertThat(audit.read(Audit.Query.ALL.on(person), 10)).hasSize(2);
  }

  private static Spot spot(UUID row) {
    return new Spot("casework.name", "text", row);
  }

  private Entry placedEntry() {
    Entry entry =
        audit.seen(
            Act.of("casework.case.seen")
                .by(UUID.randomUUID(), UUID.randomUUID())
                .on(UUID.randomUUID())
                .inCase(UUID.randomUUID())
                .purpose("a-reason")
                .with("key", "code"));
    sequencer.extend();
    return entry;
  }

  private void putBack(Entry entry, String row) throws SQLException {
    asOwner(
        """
        update audit.entry e
           set at = k.at, who = k.who, act = k.act, record = k.record, case_file = k.case_file,
               purpose = k.purpose, detail = k.detail, salt = k.salt, leaf = k.leaf
          from jsonb_populate_record(null::audit.entry, '%s'::jsonb) k
         where e.id = ? returning 1
        """
            .formatted(row.replace("'", "''")),
        entry);
  }

  /// Runs one statement with the power of the database's owner; its parameter is the entry.
  private List<Object> asOwner(String statement, Entry entry) throws SQLException {
    try (Connection owner = database.asOwner();
        PreparedStatement prepared = owner.prepareStatement(statement)) {
      prepared.setObject(1, entry.id());
      List<Object> first = new ArrayList<>();
      try (var rows = prepared.executeQuery()) {
        while (rows.next()) {
          first.add(rows.getObject(1));
        }
      }
      return first;
    }
  }
}

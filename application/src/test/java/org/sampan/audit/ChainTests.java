package org.sampan.audit;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.sampan.vault.Spot;
import org.sampan.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever alters the audit past the node, with the owner's power over the database, is found out.
@OnANode
class ChainTests {

  @Autowired Audit audit;
  @Autowired Chain chain;
  @Autowired NodeDatabase database;
  @Autowired Vault vault;
  @Autowired TransactionTemplate transaction;

  @Test
  void every_committed_entry_is_linked_and_the_chain_holds() {
    for (int i = 0; i < 5; i++) {
      audit.seen(Act.of("casework.case.seen").with("n", i));
    }

    chain.extend();

    Chain.Verdict verdict = chain.verify();
    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.linked())
        .isEqualTo(audit.counts().values().stream().mapToLong(Long::longValue).sum());
    assertThat(chain.extend()).isZero();
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
  void one_altered_value_breaks_the_chain_where_it_was_altered(String altered) throws Exception {
    Entry entry = linkedEntry();
    transaction.executeWithoutResult(_ -> audit.write(Act.of("casework.case.seen")));
    chain.extend();

    List<Object> kept = asOwner("select to_jsonb(e)::text from audit.entry e where id = ?", entry);
    asOwner("update audit.entry set " + altered + " where id = ? returning 1", entry);
    Chain.Verdict broken = chain.verify();
    putBack(entry, String.valueOf(kept.getFirst()));

    assertThat(broken.holds()).isFalse();
    assertThat(asOwner("select position from audit.link where entry = ?", entry))
        .containsExactly(broken.brokenAt().orElseThrow());
    assertThat(chain.verify().holds()).isTrue();
  }

  @Test
  void a_link_taken_out_of_the_middle_is_found() throws Exception {
    Entry entry = linkedEntry();
    audit.seen(Act.of("casework.case.seen"));
    chain.extend();
    long position =
        (Long) asOwner("select position from audit.link where entry = ?", entry).getFirst();
    Object link =
        asOwner("select encode(chain, 'hex') from audit.link where entry = ?", entry).getFirst();

    Chain.Verdict broken;
    // Meanwhile the node's own linking waits, or it would give the entry a place again.
    try (Connection owner = database.asOwner();
        Statement waiting = owner.createStatement()) {
      waiting.execute("select pg_advisory_lock(hashtext('audit.link'))");
      asOwner("delete from audit.link where entry = ? returning 1", entry);
      broken = chain.verify();
      asOwner(
          "insert into audit.link values (%d, ?, decode('%s', 'hex')) returning 1"
              .formatted(position, link),
          entry);
    }

    assertThat(broken.brokenAt()).hasValue(position);
    assertThat(chain.verify().holds()).isTrue();
  }

  @Test
  void an_erased_person_leaves_a_chain_that_holds() {
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
    chain.extend();

    assertThat(vault.open(person).open(person, spot(person), sealed)).isEmpty();
    assertThat(chain.verify().holds()).isTrue();
    assertThat(audit.read(Audit.Query.ALL.on(person), 10)).hasSize(2);
  }

  private static Spot spot(UUID row) {
    return new Spot("casework.name", "text", row);
  }

  private Entry linkedEntry() {
    Entry entry =
        audit.seen(
            Act.of("casework.case.seen")
                .by(UUID.randomUUID(), UUID.randomUUID())
                .on(UUID.randomUUID())
                .inCase(UUID.randomUUID())
                .purpose("a-reason")
                .with("key", "code"));
    chain.extend();
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

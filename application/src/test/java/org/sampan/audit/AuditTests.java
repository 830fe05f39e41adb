package org.sampan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/// An entry stands or falls with its act, and says who, what, when and why.
@OnANode
class AuditTests {

  @Autowired Audit audit;
  @Autowired Clock clock;
  @Autowired TransactionTemplate transaction;

  private final UUID caseFile = UUID.randomUUID();

  @Test
  void an_entry_says_who_did_what_when_and_why() {
    UUID who = UUID.randomUUID();
    UUID office = UUID.randomUUID();
    UUID record = UUID.randomUUID();
    Instant before = clock.instant();

    write(
        Act.of("casework.case.opened")
            .by(who, office)
            .on(record)
            .inCase(caseFile)
            .purpose("colleague-away")
            .with("key", "code"));

    Entry entry = ofThisCase().getFirst();
    assertThat(entry.who()).isEqualTo(who);
    assertThat(entry.office()).isEqualTo(office);
    assertThat(entry.record()).isEqualTo(record);
    assertThat(entry.act()).isEqualTo("casework.case.opened");
    assertThat(entry.purpose()).isEqualTo("colleague-away");
    assertThat(entry.detail()).isEqualTo(Map.of("key", "code"));
    assertThat(entry.at()).isBetween(before.minusMillis(1), clock.instant());
  }

  @Test
  void an_act_that_is_rolled_back_leaves_no_entry() {
    transaction.executeWithoutResult(status -> {
      audit.write(Act.of("casework.case.opened").inCase(caseFile));
      status.setRollbackOnly();
    });

    assertThat(ofThisCase()).isEmpty();
  }

  @Test
  void an_act_outside_a_transaction_is_refused() {
    assertThatThrownBy(() -> audit.write(Act.of("casework.case.opened").inCase(caseFile)))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThat(ofThisCase()).isEmpty();
  }

  @Test
  void a_look_is_written_in_a_transaction_of_its_own() {
    audit.seen(Act.of("casework.case.seen").inCase(caseFile));

    assertThat(ofThisCase()).extracting(Entry::act).containsExactly("casework.case.seen");
  }

  @Test
  void a_name_of_an_act_that_is_not_one_is_refused() {
    for (String name :
        List.of("opened", "Casework.opened", "casework..opened", "casework.case é")) {
      assertThatThrownBy(() -> audit.seen(Act.of(name)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void entries_are_found_by_case_person_act_and_record_newest_first() {
    UUID who = UUID.randomUUID();
    UUID record = UUID.randomUUID();
    write(Act.of("casework.case.opened").by(who, who).inCase(caseFile));
    write(Act.of("casework.case.seen").by(who, who).inCase(caseFile).on(record));
    write(Act.of("casework.case.seen").inCase(caseFile));

    assertThat(ofThisCase())
        .extracting(Entry::act)
        .containsExactly("casework.case.seen", "casework.case.seen", "casework.case.opened");
    assertThat(read(Audit.Query.ALL.of(who))).hasSize(2);
    assertThat(read(Audit.Query.ALL.of(who).doing("casework.case.opened"))).hasSize(1);
    assertThat(read(Audit.Query.ALL.on(record))).hasSize(1);
    assertThat(read(Audit.Query.ALL.inCase(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void pages_follow_each_other_without_gap_or_repetition() {
    transaction.executeWithoutResult(_ -> {
      for (int i = 0; i < 7; i++) {
        audit.write(Act.of("casework.case.seen").inCase(caseFile).with("n", i));
      }
    });
    List<Entry> first = audit.read(Audit.Query.ALL.inCase(caseFile), 3);
    List<Entry> second =
        audit.read(Audit.Query.ALL.inCase(caseFile).olderThan(first.getLast().id()), 3);
    List<Entry> third =
        audit.read(Audit.Query.ALL.inCase(caseFile).olderThan(second.getLast().id()), 3);

    assertThat(first).extracting(entry -> entry.detail().get("n")).containsExactly("6", "5", "4");
    assertThat(second).extracting(entry -> entry.detail().get("n")).containsExactly("3", "2", "1");
    assertThat(third).extracting(entry -> entry.detail().get("n")).containsExactly("0");
  }

  private void write(Act act) {
    transaction.executeWithoutResult(_ -> audit.write(act));
  }

  private List<Entry> ofThisCase() {
    return read(Audit.Query.ALL.inCase(caseFile));
  }

  private List<Entry> read(Audit.Query query) {
    return Objects.requireNonNull(audit.read(query, 100));
  }
}

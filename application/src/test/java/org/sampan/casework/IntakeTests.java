package org.sampan.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.accounts.Access;
import org.sampan.accounts.Office;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.consents.Care;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnANode
class IntakeTests {

  @Autowired Intake intake;
  @Autowired Handling handling;
  @Autowired Cases cases;
  @Autowired Facts facts;
  @Autowired Acts acts;
  @Autowired NameIndex index;
  @Autowired Care care;
  @Autowired Audit audit;
  @Autowired People people;
  @Autowired TransactionTemplate transaction;

  private static final Map<Question, List<String>> VALUES =
      Map.of(
          Question.SEX, List.of("Feminine"),
          Question.BIRTH, List.of("YEAR/2004-01-01/2004-12-31/C"),
          Question.FINER_PLACE, List.of("ភូមិថ្មី"),
          Question.NEEDS, List.of("shelter", "legal-aid"));

  @Test
  void a_case_is_opened_and_read_back_whole() {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    CaseFile opened = intake.open(opening("ស្រី ម៉ុម", "Srey Mom"), inspector);

    CaseFile found = cases.find(opened.id(), inspector).orElseThrow();

    assertThat(found.names()).extracting(PersonName::text).containsExactly("ស្រី ម៉ុម", "Srey Mom");
    assertThat(found.answers(Question.NEEDS)).containsExactly("shelter", "legal-aid");
    assertThat(found.answer(Question.FINER_PLACE)).isEqualTo("ភូមិថ្មី");
    assertThat(found.birth()).contains(Birth.of("YEAR/2004-01-01/2004-12-31/C"));
    assertThat(audit.read(Audit.Query.ALL.inCase(found.id().value()), 10))
        .extracting(Entry::act)
        .containsExactly("casework.case.opened");
  }

  @Test
  void the_same_form_handed_in_twice_opens_one_case() {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    Intake.Opening form = opening("Invented Twice");

    CaseFile first = intake.open(form, inspector);
    CaseFile second = intake.open(form, inspector);

    assertThat(second.person()).isEqualTo(first.person());
    assertThat(acts.of(first.id())).hasSize(1);
  }

  @Test
  void another_office_does_not_learn_that_the_case_exists() {
    CaseFile file = intake.open(opening("Invented Hidden"), people.with(Role.FIRST_RESPONDER));
    SignedIn elsewhere = people.with(Role.CASE_MANAGER);

    assertThat(cases.find(file.id(), elsewhere)).isEmpty();
    assertThat(Cases.access(file, elsewhere)).isEqualTo(Access.NONE);
    assertThat(care.of(file.person(), elsewhere)).isEmpty();
  }

  @Test
  void a_colleague_of_the_office_sees_it_once_she_said_why() {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    SignedIn colleague = people.with(inspector.office(), Role.CASE_MANAGER);
    CaseFile file = intake.open(opening("Invented Purpose"), inspector);

    assertThat(cases.find(file.id(), colleague)).isEmpty();

    handling.sayWhy(file, "cover", colleague);

    assertThat(cases.find(file.id(), colleague)).isPresent();
    assertThat(audit.read(Audit.Query.ALL.inCase(file.id().value()).of(colleague.id().value()), 10))
        .extracting(Entry::act, Entry::purpose)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("casework.case.opened-for-purpose", "cover"));
  }

  @Test
  void a_person_is_found_by_any_stored_form_of_her_name_once_it_is_committed() {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    CaseFile file = intake.open(opening("Đặng Thị Ngoan", "Invented Nickname"), inspector);

    assertThat(index.likely(List.of(name("ngoan dang thi")))).contains(file.id());
    assertThat(index.search("nickn inv")).contains(file.id());
    assertThat(index.likely(List.of(name("Ngoan")))).doesNotContain(file.id());
  }

  @Test
  void an_office_that_may_know_her_is_told_on_its_own_side() {
    SignedIn here = people.with(Role.FIRST_RESPONDER);
    SignedIn there = people.with(Role.FIRST_RESPONDER);
    CaseFile known = intake.open(opening("Unmistakable Invented"), there);

    intake.open(opening("Invented Unmistakable"), here);

    assertThat(acts.of(known.id())).extracting(Acts.Done::what).contains(Acts.What.LIKELY_MATCH);
  }

  @Test
  void a_change_keeps_what_stood_before_and_one_based_on_it_is_stale() {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    CaseFile file = intake.open(opening("Invented Changed"), inspector);
    Fact hers = needs(2, "health");
    Fact his = needs(2, "transport");

    assertThat(handling.write(file, hers, inspector)).isEqualTo(new Handling.Outcome.Done());
    assertThat(handling.write(file, his, inspector)).isEqualTo(new Handling.Outcome.Stale());
    assertThat(handling.write(file, hers, inspector)).isEqualTo(new Handling.Outcome.Done());
    assertThat(facts.history(file, Question.Section.NEEDS))
        .extracting(fact -> fact.answers(Question.NEEDS))
        .containsExactly(List.of("health"), List.of("shelter", "legal-aid"));
  }

  @Test
  void a_received_case_is_held_by_the_receiving_office_and_taken_in_once() {
    Office office = people.office();
    SignedIn focalPoint = people.with(office, Role.FOCAL_POINT);
    Intake.Arrival arrival =
        new Intake.Arrival(
            new CaseFile.Id(UuidCreator.getTimeOrderedEpoch()),
            new CaseFile.Source("kh", "kh-ncct"),
            office,
            VALUES,
            List.of());

    CaseFile file = transaction.execute(status -> intake.receive(arrival, null));
    CaseFile again = transaction.execute(status -> intake.receive(arrival, null));

    assertThat(again).isEqualTo(file);
    assertThat(cases.find(file.id(), focalPoint)).isPresent();
    assertThat(file.names()).isEmpty();
    assertThat(file.state().source()).isEqualTo(new CaseFile.Source("kh", "kh-ncct"));
  }

  @Test
  void a_locked_copy_opens_no_personal_field_and_says_why() {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    CaseFile file = intake.open(opening("Invented Locked"), inspector);

    handling.lock(file.id(), "consent-withdrawn", Instant.parse("2026-11-20T10:00:00Z"));

    CaseFile locked = cases.find(file.id(), inspector).orElseThrow();
    assertThat(locked.state().lock())
        .isEqualTo(new CaseFile.Lock("consent-withdrawn", Instant.parse("2026-11-20T10:00:00Z")));
    assertThat(locked.facts()).isEmpty();
    assertThat(facts.history(locked, Question.Section.NAMES)).isEmpty();
    assertThat(index.search("Invented Locked")).doesNotContain(file.id());
    assertThat(care.of(file.person(), inspector)).isEmpty();
    assertThat(handling.write(locked, needs(2, "health"), inspector))
        .isEqualTo(new Handling.Outcome.NotNow());
  }

  @Test
  void erasing_takes_a_second_person_who_approves_and_leaves_nothing_readable() {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER, Role.SUPERVISOR);
    SignedIn supervisor = people.with(inspector.office(), Role.SUPERVISOR);
    SignedIn administrator = people.with(inspector.office(), Role.ADMINISTRATOR);
    CaseFile file = intake.open(opening("Invented Erased"), inspector);

    assertThat(handling.erase(file, inspector)).isEqualTo(new Handling.Outcome.NotNow());
    assertThat(handling.erase(file, administrator)).isEqualTo(new Handling.Outcome.NotNow());
    assertThat(handling.erase(file, supervisor)).isEqualTo(new Handling.Outcome.Done());

    assertThat(cases.find(file.id()).orElseThrow().names()).isEmpty();
    assertThat(index.search("Invented Erased")).doesNotContain(file.id());
  }

  @Test
  void the_index_is_the_same_when_the_node_starts_again() {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    CaseFile file = intake.open(opening("Invented Restart"), inspector);
    NameIndex fresh = new NameIndex(cases);

    fresh.load();

    assertThat(fresh.search("restart invented")).contains(file.id());
    assertThat(fresh.size()).isEqualTo(index.size());
  }

  @Test
  void lists_show_mine_the_offices_and_no_others() {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    SignedIn supervisor = people.with(inspector.office(), Role.SUPERVISOR);
    SignedIn stranger = people.with(Role.SUPERVISOR);
    CaseFile file = intake.open(opening("Invented Listed"), inspector);
    Cases.Shown mine = new Cases.Shown(true, true, 1);
    Cases.Shown offices = new Cases.Shown(false, true, 1);

    assertThat(cases.list(mine, inspector)).extracting(CaseFile::id).containsExactly(file.id());
    assertThat(cases.list(mine, supervisor)).isEmpty();
    assertThat(cases.list(offices, supervisor)).extracting(CaseFile::id).containsExactly(file.id());
    assertThat(cases.count(offices, stranger)).isZero();
  }

  @Test
  void a_case_given_to_a_colleague_is_hers_and_taken_off_is_not() {
    SignedIn inspector = people.with(Role.FIRST_RESPONDER);
    SignedIn colleague = people.with(inspector.office(), Role.FIRST_RESPONDER);
    CaseFile file = intake.open(opening("Invented Given"), inspector);

    handling.assign(file, colleague.id(), inspector);
    assertThat(cases.find(file.id(), colleague)).isPresent();

    handling.unassign(file, colleague.id(), inspector);
    assertThat(cases.find(file.id(), colleague)).isEmpty();
  }

  // NullAway reads `Account.@Nullable Id` of another module's class file as never null.
  @SuppressWarnings("NullAway")
  private static Fact needs(int version, String need) {
    return new Fact(
        Question.Section.NEEDS,
        version,
        Map.of(Question.NEEDS, List.of(need)),
        List.of(),
        null,
        null);
  }

  private static PersonName name(String text) {
    return new PersonName(text, PersonName.Kind.OFFICIAL, "");
  }

  private static Intake.Opening opening(String... names) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return new Intake.Opening(
        new CaseFile.Id(id),
        null,
        VALUES,
        java.util.Arrays.stream(names).map(IntakeTests::name).toList());
  }
}

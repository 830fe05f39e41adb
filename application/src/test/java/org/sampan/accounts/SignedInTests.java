package org.sampan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Need-to-know: who may reach which record, by duty or with a purpose.
class SignedInTests {

  private static final Agency.Id AGENCY = new Agency.Id(UUID.randomUUID());
  private static final Office HERS = office(AGENCY);
  private static final Office BESIDE = office(AGENCY);
  private static final Office ELSEWHERE = office(new Agency.Id(UUID.randomUUID()));
  private static final Account.Id SOMEBODY = new Account.Id(UUID.randomUUID());

  @Test
  void a_first_responder_sees_her_own_and_what_was_given_to_her() {
    SignedIn she = with(Role.FIRST_RESPONDER);

    assertThat(she.access(Duty.SEE_CASE, held(HERS, she.id()))).isEqualTo(Access.BY_DUTY);
    assertThat(she.access(Duty.SEE_CASE, held(BESIDE, SOMEBODY, she.id())))
        .isEqualTo(Access.BY_DUTY);
    assertThat(she.access(Duty.SEE_CASE, held(HERS, SOMEBODY))).isEqualTo(Access.NONE);
  }

  @Test
  void a_case_manager_says_why_before_she_opens_a_colleagues_case() {
    SignedIn she = with(Role.CASE_MANAGER);

    assertThat(she.access(Duty.SEE_CASE, held(HERS, SOMEBODY))).isEqualTo(Access.WITH_PURPOSE);
    assertThat(she.access(Duty.SEE_CASE, held(BESIDE, SOMEBODY))).isEqualTo(Access.NONE);
    assertThat(she.access(Duty.WORK_CASE, held(HERS, SOMEBODY))).isEqualTo(Access.NONE);
  }

  @Test
  void a_supervisor_reaches_her_office_and_with_a_purpose_her_agency() {
    SignedIn she = with(Role.SUPERVISOR);

    assertThat(she.access(Duty.SEE_CASE, held(HERS, SOMEBODY))).isEqualTo(Access.BY_DUTY);
    assertThat(she.access(Duty.SEE_CASE, held(BESIDE, SOMEBODY))).isEqualTo(Access.WITH_PURPOSE);
    assertThat(she.access(Duty.SEE_CASE, held(ELSEWHERE, SOMEBODY))).isEqualTo(Access.NONE);
  }

  @Test
  void no_role_of_another_compartment_reaches_a_case_even_with_a_purpose() {
    for (Role role : Role.values()) {
      if (role.compartment() != Compartment.PROTECTION) {
        SignedIn she = with(role);

        for (Duty duty : Duty.values()) {
          assertThat(she.access(duty, held(HERS, she.id(), she.id())))
              .as("%s %s", role, duty)
              .isEqualTo(Access.NONE);
        }
      }
    }
  }

  @Test
  void a_second_role_adds_nothing_across_the_wall() {
    SignedIn she =
        new SignedIn(SOMEBODY, "Malee", HERS, Set.of(Role.PROSECUTOR, Role.FIRST_RESPONDER));
    Holding justice =
        new Holding(Compartment.JUSTICE, SOMEBODY, Set.of(), HERS.id(), HERS.agency());

    assertThat(she.access(Duty.SEE_CASE, justice)).isEqualTo(Access.NONE);
  }

  @Test
  void only_an_administrator_keeps_accounts_and_only_an_auditor_reads_the_audit() {
    for (Role role : Role.values()) {
      assertThat(with(role).has(Duty.ADMINISTER)).isEqualTo(role == Role.ADMINISTRATOR);
      assertThat(with(role).has(Duty.AUDIT)).isEqualTo(role == Role.AUDITOR);
      assertThat(with(role).has(Duty.BE_HERE)).isTrue();
    }
  }

  @Test
  void somebody_without_a_role_may_do_nothing() {
    SignedIn nobody = new SignedIn(SOMEBODY, "Malee", HERS, Set.of());

    for (Duty duty : Duty.values()) {
      assertThat(nobody.has(duty)).isFalse();
    }
  }

  @Test
  void who_is_signed_in_prints_no_name() {
    assertThat(with(Role.SUPERVISOR).toString()).doesNotContain("Malee");
  }

  private static SignedIn with(Role role) {
    return new SignedIn(new Account.Id(UUID.randomUUID()), "Malee", HERS, Set.of(role));
  }

  private static Holding held(Office office, Account.Id owner, Account.Id... assigned) {
    return new Holding(
        Compartment.PROTECTION, owner, Set.of(assigned), office.id(), office.agency());
  }

  private static Office office(Agency.Id agency) {
    return new Office(
        new Office.Id(UUID.randomUUID()),
        agency,
        "th-office",
        "สำนักงาน",
        "Office",
        ZoneId.of("Asia/Bangkok"));
  }
}

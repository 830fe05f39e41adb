package org.sampan.consents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sampan.accounts.Account;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;

class StandingTests {

  private static final PersonId PERSON = new PersonId(new UUID(1, 1));
  private static final Account.Id ACCOUNT = new Account.Id(new UUID(2, 2));
  private static final Office.Id OFFICE = new Office.Id(new UUID(3, 3));
  private static final Recipient CAMBODIA = new Recipient("KH", "kh", Recipient.ANY_OFFICE);
  private static final Recipient FOCAL_POINT = new Recipient("KH", "kh", "kh-ncct");
  private static final Set<Category> LITTLE = EnumSet.of(Category.IDENTITY, Category.NEEDS);
  private static final Set<Category> MORE =
      EnumSet.of(Category.IDENTITY, Category.NEEDS, Category.RISK);

  @Test
  void nothing_may_leave_when_nobody_asked_her() {
    assertThat(asked(LITTLE, at(9))).isEqualTo(new Authority.None(Authority.Why.NEVER_ASKED));
  }

  @Test
  void a_consent_lets_go_what_it_names_and_less() {
    Consent yes = given(1, CAMBODIA, MORE, at(1));

    assertThat(asked(LITTLE, at(9), yes)).isInstanceOf(Authority.Given.class);
    assertThat(asked(MORE, at(9), yes)).isInstanceOf(Authority.Given.class);
  }

  @Test
  void a_consent_to_less_is_none() {
    Consent yes = given(1, CAMBODIA, LITTLE, at(1));

    assertThat(asked(MORE, at(9), yes)).isEqualTo(new Authority.None(Authority.Why.ALLOWED_LESS));
  }

  @Test
  void a_consent_to_one_office_reaches_no_other() {
    Consent yes = given(1, new Recipient("KH", "kh", "kh-police"), LITTLE, at(1));

    assertThat(asked(LITTLE, at(9), yes)).isInstanceOf(Authority.None.class);
  }

  @Test
  void a_consent_for_another_purpose_is_none() {
    Standing standing = new Standing(List.of(given(1, CAMBODIA, MORE, at(1))), List.of());

    assertThat(
            standing.authorityFor(
                new Scope.Wanted(Purpose.INVESTIGATION, "kh", "kh-ncct", LITTLE), at(9)))
        .isInstanceOf(Authority.None.class);
  }

  @Test
  void a_consent_that_ran_out_is_none() {
    Consent yes = with(given(1, CAMBODIA, LITTLE, at(1)), day(at(1)).plusDays(2), null);

    assertThat(asked(LITTLE, at(3), yes)).isInstanceOf(Authority.Given.class);
    assertThat(asked(LITTLE, at(4), yes)).isEqualTo(new Authority.None(Authority.Why.RUN_OUT));
  }

  @Test
  void a_refusal_beats_the_consent_before_it_and_yields_to_the_one_after() {
    Consent first = given(1, FOCAL_POINT, MORE, at(1));
    Consent no = refused(2, CAMBODIA, EnumSet.of(Category.NEEDS), at(2));
    Consent again = given(3, FOCAL_POINT, MORE, at(3));

    assertThat(asked(LITTLE, at(9), first, no))
        .isEqualTo(new Authority.None(Authority.Why.REFUSED));
    assertThat(asked(EnumSet.of(Category.RISK), at(9), first, no))
        .isInstanceOf(Authority.Given.class);
    assertThat(asked(LITTLE, at(9), first, no, again)).isInstanceOf(Authority.Given.class);
  }

  @Test
  void a_paper_consent_older_than_her_refusal_does_not_win_by_being_typed_later() {
    Consent no = refused(2, CAMBODIA, LITTLE, at(5));
    Consent typedLater = on(given(3, CAMBODIA, LITTLE, at(6)), day(at(4)));

    assertThat(asked(LITTLE, at(9), no, typedLater)).isInstanceOf(Authority.None.class);
  }

  @Test
  void a_withdrawal_also_ends_an_older_consent_to_the_same() {
    Consent older = given(1, CAMBODIA, LITTLE, at(1));
    Consent withdrawn = with(given(2, CAMBODIA, LITTLE, at(2)), null, at(3));

    assertThat(asked(LITTLE, at(9), older, withdrawn)).isInstanceOf(Authority.None.class);
    assertThat(asked(LITTLE, at(9), withdrawn))
        .isEqualTo(new Authority.None(Authority.Why.WITHDRAWN));
  }

  @Test
  void an_overruling_goes_past_the_no_before_it_and_not_past_the_one_after() {
    Consent no = refused(1, CAMBODIA, LITTLE, at(1));
    Overruling past = overruling(at(2), null);
    Consent noAgain = refused(2, CAMBODIA, LITTLE, at(3));

    assertThat(asked(List.of(no), past)).isInstanceOf(Authority.Overridden.class);
    assertThat(asked(List.of(no, noAgain), past)).isInstanceOf(Authority.None.class);
  }

  @Test
  void an_overruling_at_the_very_moment_of_her_no_does_not_stand() {
    assertThat(asked(List.of(refused(1, CAMBODIA, LITTLE, at(2))), overruling(at(2), null)))
        .isInstanceOf(Authority.None.class);
  }

  @Test
  void an_overruling_set_aside_lets_nothing_go_and_one_upheld_does() {
    assertThat(asked(List.of(), overruling(at(1), Overruling.Finding.SET_ASIDE)))
        .isInstanceOf(Authority.None.class);
    assertThat(asked(List.of(), overruling(at(1), Overruling.Finding.UPHELD)))
        .isInstanceOf(Authority.Overridden.class);
  }

  @Test
  void her_yes_is_preferred_to_an_overruling() {
    assertThat(asked(List.of(given(1, CAMBODIA, LITTLE, at(1))), overruling(at(2), null)))
        .isInstanceOf(Authority.Given.class);
  }

  @Test
  void a_refusal_takes_back_every_consent_it_touches_and_no_other() {
    Consent same = given(1, FOCAL_POINT, MORE, at(1));
    Consent elsewhere = given(2, new Recipient("LA", "la", Recipient.ANY_OFFICE), MORE, at(1));
    Standing standing = new Standing(List.of(same, elsewhere), List.of());

    assertThat(standing.takenBackBy(new Scope(Purpose.RETURN, CAMBODIA, LITTLE), day(at(2))))
        .containsExactly(same);
  }

  private static Authority asked(Set<Category> categories, Instant now, Consent... consents) {
    return new Standing(List.of(consents), List.of())
        .authorityFor(new Scope.Wanted(Purpose.RETURN, "kh", "kh-ncct", categories), now);
  }

  private static Authority asked(List<Consent> consents, Overruling overruling) {
    return new Standing(consents, List.of(overruling))
        .authorityFor(new Scope.Wanted(Purpose.RETURN, "kh", "kh-ncct", LITTLE), at(9));
  }

  private static Consent given(int id, Recipient to, Set<Category> categories, Instant at) {
    return answer(id, new Scope(Purpose.RETURN, to, categories), Consent.Answer.GIVEN, at);
  }

  private static Consent refused(int id, Recipient to, Set<Category> categories, Instant at) {
    return answer(id, new Scope(Purpose.RETURN, to, categories), Consent.Answer.REFUSED, at);
  }

  private static Consent answer(int id, Scope scope, Consent.Answer answer, Instant at) {
    return new Consent(
        new Consent.Id(new UUID(9, id)),
        PERSON,
        scope,
        answer,
        Consent.Giver.PERSON,
        "km",
        day(at),
        null,
        new Consent.Recorded(at, ACCOUNT, OFFICE, "0".repeat(64)),
        null);
  }

  private static Consent with(
      Consent consent, @Nullable LocalDate validUntil, @Nullable Instant withdrawn) {
    return new Consent(
        consent.id(),
        consent.person(),
        consent.scope(),
        consent.answer(),
        consent.giver(),
        consent.language(),
        consent.day(),
        validUntil,
        consent.recorded(),
        withdrawn == null
            ? null
            : new Consent.Withdrawal(
                withdrawn, ACCOUNT, Consent.Giver.PERSON, Consent.Reason.NO_REASON));
  }

  private static Consent on(Consent consent, LocalDate day) {
    return new Consent(
        consent.id(),
        consent.person(),
        consent.scope(),
        consent.answer(),
        consent.giver(),
        consent.language(),
        day,
        consent.validUntil(),
        consent.recorded(),
        consent.withdrawal());
  }

  private static Overruling overruling(Instant at, Overruling.@Nullable Finding finding) {
    return new Overruling(
        new Overruling.Id(new UUID(8, 8)),
        PERSON,
        new UUID(7, 7),
        new Scope(Purpose.RETURN, CAMBODIA, MORE),
        Overruling.Reason.LIFE_IN_DANGER,
        new Overruling.Made(at, ACCOUNT, OFFICE, new Agency.Id(new UUID(6, 6))),
        "0".repeat(64),
        finding == null ? null : new Overruling.Verdict(at.plusSeconds(60), ACCOUNT, finding));
  }

  private static Instant at(int day) {
    return Instant.parse("2026-11-01T03:00:00Z").plusSeconds(86_400L * (day - 1));
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate();
  }
}

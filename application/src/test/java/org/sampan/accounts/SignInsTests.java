package org.sampan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.People;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/// Name, password and code are checked together; time passes as the test says.
@OnANode
class SignInsTests {

  private static final Instant MORNING = Instant.parse("2026-11-21T02:00:00Z");

  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired SignIns nodes;
  @Autowired Credentials credentials;
  @Autowired PasswordEncoder passwords;
  @Autowired Vault vault;
  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;

  private Enrolled her;

  @BeforeEach
  void somebodyEnrolled() {
    her = Enrolled.somebody(people, accounts, nodes, transaction);
  }

  @Test
  void the_right_three_open_the_door() {
    assertThat(check(MORNING, her.name(), her.password(), her.codeAt(MORNING))).contains(her.id());
  }

  @Test
  void her_name_may_be_typed_in_capitals_and_with_spaces_around() {
    assertThat(
            check(
                MORNING,
                " " + her.name().toUpperCase(java.util.Locale.ROOT) + " ",
                her.password(),
                her.codeAt(MORNING)))
        .contains(her.id());
  }

  @Test
  void one_wrong_of_three_is_refused() {
    String code = her.codeAt(MORNING);

    assertThat(check(MORNING, "nobody-here", her.password(), code)).isEmpty();
    assertThat(check(MORNING, her.name(), her.password() + "x", code)).isEmpty();
    assertThat(check(MORNING, her.name(), her.password(), her.wrongCodeAt(MORNING))).isEmpty();
    assertThat(check(MORNING, her.name(), her.password(), code)).contains(her.id());
  }

  @Test
  void a_long_password_in_any_script_is_compared_to_its_end() {
    Enrolled long64 = her.with("ខ្មែរស្រីម៉ុម".repeat(5).substring(0, 63) + "1");
    transaction.executeWithoutResult(
        _ -> nodes.enrol(long64.id(), long64.password(), long64.secret()));
    String otherEnd = long64.password().substring(0, 63) + "2";

    assertThat(check(MORNING, long64.name(), otherEnd, long64.codeAt(MORNING))).isEmpty();
    assertThat(check(MORNING, long64.name(), long64.password(), long64.codeAt(MORNING)))
        .contains(her.id());
  }

  @Test
  void a_code_works_once() {
    String code = her.codeAt(MORNING);
    check(MORNING, her.name(), her.password(), code);

    assertThat(check(MORNING.plusSeconds(5), her.name(), her.password(), code)).isEmpty();
  }

  @Test
  void five_wrong_tries_rest_the_account_for_fifteen_minutes() {
    for (int i = 0; i < 5; i++) {
      check(MORNING, her.name(), "wrong", her.codeAt(MORNING));
    }
    Instant almost = MORNING.plus(Duration.ofMinutes(15)).minusSeconds(1);
    Instant after = MORNING.plus(Duration.ofMinutes(15)).plusSeconds(1);

    assertThat(check(MORNING, her.name(), her.password(), her.codeAt(MORNING))).isEmpty();
    assertThat(check(almost, her.name(), her.password(), her.codeAt(almost))).isEmpty();
    assertThat(check(after, her.name(), her.password(), her.codeAt(after))).contains(her.id());
  }

  @Test
  void tries_while_it_rests_do_not_make_it_rest_longer() {
    for (int i = 0; i < 5; i++) {
      check(MORNING, her.name(), "wrong", "000000");
    }
    for (int i = 0; i < 20; i++) {
      check(MORNING.plus(Duration.ofMinutes(14)), her.name(), "wrong", "000000");
    }
    Instant after = MORNING.plus(Duration.ofMinutes(15)).plusSeconds(1);

    assertThat(check(after, her.name(), her.password(), her.codeAt(after))).contains(her.id());
  }

  @Test
  void four_wrong_tries_are_forgotten_after_a_right_one() {
    for (int round = 0; round < 2; round++) {
      Instant now = MORNING.plus(Duration.ofMinutes(round));
      for (int i = 0; i < 4; i++) {
        check(now, her.name(), "wrong", "000000");
      }

      assertThat(check(now, her.name(), her.password(), her.codeAt(now))).contains(her.id());
    }
  }

  @Test
  void a_closed_account_is_refused_with_all_three_right() {
    transaction.executeWithoutResult(
        _ -> accounts.setActive(her.id(), false, Act.of("accounts.account.closed")));

    assertThat(check(MORNING, her.name(), her.password(), her.codeAt(MORNING))).isEmpty();
  }

  @Test
  void an_account_that_was_only_invited_is_refused() {
    SignedIn invited = people.with(Role.CASE_MANAGER);
    String name = accounts.find(invited.id()).orElseThrow().signInName();

    assertThat(check(MORNING, name, "", "")).isEmpty();
  }

  @Test
  void every_try_stands_in_the_audit_without_what_was_typed() {
    check(MORNING, her.name(), "a-wrong-password", her.codeAt(MORNING));
    check(MORNING, her.name(), her.password(), her.codeAt(MORNING));

    List<Entry> hers =
        audit.read(Audit.Query.ALL, 200).stream()
            .filter(entry -> her.id().value().equals(entry.record()))
            .toList();
    assertThat(hers)
        .extracting(Entry::act)
        .contains("accounts.sign-in.refused", "accounts.sign-in.done");
    assertThat(hers.toString()).doesNotContain("a-wrong-password", her.password(), her.name());
  }

  @Test
  void a_second_factor_moved_to_another_account_opens_nothing() {
    Enrolled other = Enrolled.somebody(people, accounts, nodes, transaction);
    transaction.executeWithoutResult(_ -> {
      Credentials.Credential hers = credentials.named(her.name()).orElseThrow();
      credentials.set(
          other.id(),
          passwords.encode(her.password()),
          Objects.requireNonNull(hers.secondFactor()));
    });

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> check(MORNING, other.name(), her.password(), her.codeAt(MORNING)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_invitation_opens_once_and_for_three_days() {
    SignedIn invited = people.with(Role.CASE_MANAGER);
    String token =
        Objects.requireNonNull(
            transaction.execute(
                _ -> at(MORNING).invite(invited.id(), Act.of("accounts.account.invited"))));
    Instant late = MORNING.plus(Duration.ofDays(3)).plusSeconds(1);

    assertThat(at(late).invited(token)).isEmpty();
    assertThat(at(MORNING).invited(token)).contains(invited.id());
    assertThat(at(MORNING).accept(token, "a-password-of-hers", "000")).isFalse();
    assertThat(accept(token)).isTrue();
    assertThat(accept(token)).isFalse();
    assertThat(at(MORNING).invited(token)).isEmpty();
    assertThat(at(MORNING).invited(token.substring(1) + "A")).isEmpty();
  }

  private boolean accept(String token) {
    return Boolean.TRUE.equals(
        transaction.execute(_ ->
            at(MORNING)
                .accept(
                    token,
                    "a-password-of-hers",
                    TimeCode.at(at(MORNING).offered(token), MORNING))));
  }

  private Optional<Account.Id> check(Instant now, String name, String password, String code) {
    return Objects.requireNonNull(transaction.execute(_ -> at(now).check(name, password, code)));
  }

  private SignIns at(Instant now) {
    return new SignIns(credentials, passwords, vault, audit, Clock.fixed(now, ZoneOffset.UTC));
  }
}

package org.sampan.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.vault.Personal;
import org.sampan.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes one version of a fact with all that goes with it: its findable numbers, its act on the
/// near bank, its audit entry, the names in memory once it is committed.
@Component
class Writing {

  /// The names of a case as they stand after a commit; none when it is erased or locked.
  @Personal
  record NamesKnown(CaseFile.Id file, List<PersonName> names) {
    @Override
    public String toString() {
      return "NamesKnown[redacted]";
    }
  }

  /// Who did something, and her audit entry as far as it is made.
  record By(@Nullable SignedIn reader, Act act) {}

  private static final int SHORTEST_NUMBER = 5;
  private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[\\n,;]+");

  private final Facts facts;
  private final Acts acts;
  private final Vault vault;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Writing(Facts facts, Acts acts, Vault vault, Audit audit, ApplicationEventPublisher events) {
    this.facts = facts;
    this.acts = acts;
    this.vault = vault;
    this.audit = audit;
    this.events = events;
  }

  /// Writes the first version of a section.
  @Transactional(propagation = Propagation.MANDATORY)
  void first(CaseFile file, Fact fact, Instant now) {
    if (!facts.add(file.id(), file.person(), fact, now)) {
      throw new IllegalStateException("a new case has no facts yet");
    }
    after(file, fact);
  }

  /// Writes the next version of a section; false when somebody else wrote it first.
  @Transactional(propagation = Propagation.MANDATORY)
  boolean next(CaseFile file, Fact fact, Instant now) {
    if (!facts.add(file.id(), file.person(), fact, now)) {
      return false;
    }
    after(file, fact);
    return true;
  }

  private void after(CaseFile file, Fact fact) {
    List<String> numbers = new ArrayList<>(fact.answers(Question.NUMBERS));
    numbers.addAll(fact.answers(Question.REACH));
    if (fact.section() == Question.Section.PAPERS || fact.section() == Question.Section.CONTACT) {
      acts.remember(
          file.id(),
          fact.section(),
          numbers.stream().flatMap(text -> digests(text).stream()).toList());
    }
    if (fact.section() == Question.Section.NAMES) {
      events.publishEvent(new NamesKnown(file.id(), fact.names()));
    }
  }

  /// The digests a typed text is found by: one for each number in it.
  List<byte[]> digests(String typed) {
    return BETWEEN_NUMBERS
        .splitAsStream(typed)
        .map(Writing::normalised)
        .filter(number ->
            number.length() >= SHORTEST_NUMBER && number.chars().anyMatch(Character::isDigit))
        .distinct()
        .map(number -> vault.blindIndex("casework.number", number))
        .toList();
  }

  /// Letters and digits only, digits of any script as Latin ones, letters upper case.
  private static String normalised(String number) {
    StringBuilder plain = new StringBuilder();
    number
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> {
          int digit = Character.digit(c, 10);
          plain.appendCodePoint(digit >= 0 ? '0' + digit : c);
        });
    return plain.toString().toUpperCase(Locale.ROOT);
  }

  /// Writes what was done onto the near bank and into the audit.
  @Transactional(propagation = Propagation.MANDATORY)
  void done(CaseFile file, Acts.What what, String detail, Instant now, By by) {
    acts.add(file.id(), what, detail, now, by.reader());
    audit.write(by.act().on(file.id().value()).inCase(file.id().value()));
  }

  /// Her names leave memory once this is committed, and her numbers the table at once.
  @Transactional(propagation = Propagation.MANDATORY)
  void forget(CaseFile file) {
    acts.forget(file.id());
    events.publishEvent(new NamesKnown(file.id(), List.of()));
  }

  /// Writes into the audit alone.
  @Transactional(propagation = Propagation.MANDATORY)
  void audited(Act act) {
    audit.write(act);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void assign(CaseFile.Id file, Account.Id to, Instant now) {
    acts.assign(file, to, now);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  boolean unassign(CaseFile.Id file, Account.Id from) {
    return acts.unassign(file, from);
  }
}

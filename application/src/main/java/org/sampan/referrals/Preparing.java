package org.sampan.referrals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sampan.accounts.SignedIn;
import org.sampan.attachments.Attachments;
import org.sampan.attachments.Paper;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.consents.Authority;
import org.sampan.consents.Category;
import org.sampan.consents.Consents;
import org.sampan.consents.Purpose;
import org.sampan.consents.Recipient;
import org.sampan.vault.Keys;
import org.sampan.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes a referral until it is handed in for approval.
@Component
class Preparing {

  /// What became of a change.
  sealed interface Outcome {
    record Done() implements Outcome {}

    /// Somebody changed it meanwhile, or it is no longer a draft.
    record Stale() implements Outcome {}

    /// Nothing may go to this recipient for this purpose.
    record NotCovered(Authority.Why why) implements Outcome {}

    /// Something is longer than a message may carry.
    record TooLong() implements Outcome {}
  }

  /// What would go now, and under what.
  record Drawn(Extract extract, Authority authority) {
    boolean mayGo() {
      return !(authority instanceof Authority.None);
    }

    /// The identifier of the consent or overruling it would leave under.
    String ground() {
      return switch (authority) {
        case Authority.Given given -> given.consent().value().toString();
        case Authority.Overridden over -> over.overruling().value().toString();
        case Authority.None none -> throw new IllegalStateException("nothing covers it");
      };
    }
  }

  private final Referrals referrals;
  private final Steps steps;
  private final Consents consents;
  private final Attachments attachments;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;

  Preparing(
      Referrals referrals,
      Steps steps,
      Consents consents,
      Attachments attachments,
      Vault vault,
      Audit audit,
      Clock clock) {
    this.referrals = referrals;
    this.steps = steps;
    this.consents = consents;
    this.attachments = attachments;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /// Draws what would go: as much as the purpose needs and one consent of hers covers.
  @Transactional
  public Drawn draw(CaseFile file, Referral referral, SignedIn reader) {
    Referral.Terms terms = referral.terms();
    LocalDate today = LocalDate.now(clock.withZone(reader.office().zone()));
    Set<Category> allowed = allowed(file, terms.purpose(), terms.to());
    List<String> copies = attachments.of(referral.id().value()).stream().map(Paper::what).toList();
    Extract.Known known = new Extract.Known(file, copies);
    Extract extract = Extract.of(known, terms.purpose(), allowed, referral.kept(), today);
    return new Drawn(extract, authority(file, terms.purpose(), terms.to(), extract.categories()));
  }

  /// The most she allows in one consent: of those that cover any category alone, the widest.
  private Set<Category> allowed(CaseFile file, Purpose purpose, Recipient to) {
    Set<Category> alone = EnumSet.noneOf(Category.class);
    Set<Set<Category>> scopes = new java.util.HashSet<>();
    for (Category category : Category.values()) {
      Set<Category> covered = scope(authority(file, purpose, to, EnumSet.of(category)));
      if (!covered.isEmpty()) {
        alone.add(category);
        scopes.add(covered);
      }
    }
    return scopes.stream()
        .map(scope -> both(scope, alone))
        .filter(scope -> !scope(authority(file, purpose, to, scope)).isEmpty())
        .max(Comparator.comparingInt(Set::size))
        .orElse(Set.of());
  }

  private static Set<Category> both(Set<Category> scope, Set<Category> alone) {
    Set<Category> both = EnumSet.copyOf(scope);
    both.retainAll(alone);
    return both;
  }

  private static Set<Category> scope(Authority authority) {
    return switch (authority) {
      case Authority.Given given -> given.categories();
      case Authority.Overridden overridden -> overridden.categories();
      case Authority.None none -> Set.of();
    };
  }

  private Authority authority(
      CaseFile file, Purpose purpose, Recipient to, Set<Category> categories) {
    Consents.To office = new Consents.To(to.node(), to.office());
    return consents.authorityFor(file.person(), purpose, office, categories, clock.instant());
  }

  /// Keeps a new draft; the same form twice makes one.
  @Transactional
  public void make(Referral draft, String noAgreement, SignedIn reader) {
    Keys keys = vault.open(draft.person().value());
    if (referrals.add(draft, new Referrals.Sealed(noAgreement, ""), keys)) {
      done(draft, Steps.What.MADE, "", reader);
    }
  }

  /// A draft as it is when nobody wrote it yet.
  Referral fresh(Referral.Id id, CaseFile file, Referral.Terms terms, SignedIn reader) {
    Referral.Author author =
        new Referral.Author(reader.id(), reader.office().id(), reader.office().agency());
    Instant now = now();
    return new Referral(
        id,
        file.id(),
        file.person(),
        terms,
        Set.of(),
        List.of(),
        Referral.State.DRAFT,
        1,
        author,
        null,
        now,
        now);
  }

  /// Changes what is asked. What was kept back stays kept back.
  @Transactional
  public Outcome change(Referral based, Referral.Terms terms, String noAgreement, SignedIn reader) {
    Referral changed = with(based, terms, based.kept(), List.of(), Referral.State.DRAFT);
    return write(changed, new Referrals.Sealed(noAgreement, ""), Steps.What.CHANGED, reader);
  }

  /// Keeps these lines back, though they could go; those not named go again.
  @Transactional
  public Outcome keep(Referral based, Set<Extract.Item> kept, SignedIn reader) {
    Referral changed = with(based, based.terms(), kept, List.of(), based.state());
    Keys keys = vault.open(based.person().value());
    return write(changed, referrals.sealed(based, keys), Steps.What.CHANGED, reader);
  }

  /// Hands it in: from now on it stands as it is, and somebody else approves exactly that.
  @Transactional
  public Outcome handIn(Referral based, CaseFile file, SignedIn reader) {
    Drawn drawn = draw(file, based, reader);
    if (drawn.authority() instanceof Authority.None(Authority.Why why)) {
      return new Outcome.NotCovered(why);
    }
    Keys keys = vault.open(based.person().value());
    String noAgreement = referrals.sealed(based, keys).noAgreement();
    String body = RequestBody.of(based, noAgreement, drawn, reader).text();
    try {
      RequestBody.read(body);
    } catch (Body.Refused tooLong) {
      return new Outcome.TooLong();
    }
    Referral changed =
        with(based, based.terms(), based.kept(), drawn.extract().stays(), Referral.State.WAITING);
    Referrals.Sealed sealed = new Referrals.Sealed(noAgreement, body);
    return write(changed, sealed, Steps.What.HANDED_IN, reader);
  }

  private Outcome write(
      Referral changed, Referrals.Sealed sealed, Steps.What what, SignedIn reader) {
    Keys keys = vault.open(changed.person().value());
    if (!referrals.change(changed, sealed, keys)) {
      return new Outcome.Stale();
    }
    done(changed, what, changed.state().name(), reader);
    return new Outcome.Done();
  }

  private void done(Referral referral, Steps.What what, String state, SignedIn reader) {
    steps.add(Steps.New.of(referral.id().value(), referral.person(), what), reader, now());
    audit.write(
        reader
            .act("referrals.referral." + Referral.code(what))
            .on(referral.id().value())
            .inCase(referral.caseFile().value())
            .with("to", referral.terms().to().code())
            .with("state", state));
  }

  private Referral with(
      Referral of,
      Referral.Terms terms,
      Set<Extract.Item> kept,
      List<Extract.Stay> stays,
      Referral.State state) {
    return new Referral(
        of.id(),
        of.caseFile(),
        of.person(),
        terms,
        Set.copyOf(kept),
        stays,
        state,
        of.version(),
        of.author(),
        of.authority(),
        of.made(),
        now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

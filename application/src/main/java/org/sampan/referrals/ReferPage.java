package org.sampan.referrals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.casework.CaseFile;
import org.sampan.consents.Purpose;
import org.sampan.consents.Recipient;
import org.sampan.exchange.Peers;
import org.sampan.vault.Personal;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;

/// Asks what is to be asked, of whom, and why it may be.
///
/// @param stands the draft that is changed; none for a new one
/// @param newer what stands now, when somebody else changed it meanwhile
@Personal
record ReferPage(
    CaseFile file,
    @Nullable Referral stands,
    Referral.@Nullable Terms newer,
    Choices choices,
    Form form,
    Problems problems,
    Shown shown)
    implements Screen {

  static final int MOST_WORDS = 1000;
  static final String NONE = "none";

  /// What can be chosen.
  record Choices(List<Recipient> to, List<Peers.Agreement> agreements) {}

  /// What was chosen and typed.
  @Personal
  record Form(
      String id,
      String basedOn,
      String to,
      String purpose,
      String need,
      String agreement,
      String noAgreement,
      String urgency,
      String language) {

    static Form of(Map<String, List<String>> typed) {
      return new Form(
          first(typed, "id"),
          first(typed, "basedOn"),
          first(typed, "to"),
          first(typed, "purpose"),
          first(typed, "need"),
          first(typed, "agreement"),
          Typed.text(first(typed, "no-agreement")),
          first(typed, "urgency"),
          first(typed, "language"));
    }

    static Form fresh(UUID id, Language language) {
      return new Form(id.toString(), "", "", "", "", "", "", "", language.tag());
    }

    static Form of(Referral referral, String noAgreement) {
      Referral.Terms terms = referral.terms();
      return new Form(
          referral.id().value().toString(),
          "" + referral.version(),
          terms.to().code(),
          terms.purpose().name(),
          terms.need().name(),
          terms.agreement().isEmpty() ? NONE : terms.agreement(),
          noAgreement,
          terms.urgency().name(),
          terms.language());
    }

    /// What is asked, if all was chosen; problems are added.
    ///
    /// @param country our own
    Optional<Referral.Terms> parsed(Choices choices, String country, Problems problems) {
      Optional<Recipient> whom =
          choices.to().stream().filter(one -> one.code().equals(to)).findFirst();
      Optional<Purpose> aim =
          Typed.choice(Purpose.class, purpose).filter(one -> one != Purpose.STATISTICS);
      Optional<Referral.Need> what = Typed.choice(Referral.Need.class, need);
      Optional<Referral.Urgency> soon = Typed.choice(Referral.Urgency.class, urgency);
      unless(whom.isPresent(), "to", "referrals.problem.to", problems);
      unless(aim.isPresent(), "purpose", "referrals.problem.purpose", problems);
      unless(what.isPresent(), "need", "referrals.problem.need", problems);
      String named = agreement.equals(NONE) ? "" : agreement;
      boolean fits =
          agreement.equals(NONE)
              || choices.agreements().stream()
                  .filter(one -> one.id().equals(agreement))
                  .anyMatch(one -> whom.isEmpty() || between(one, whom.get(), country));
      unless(fits, "agreement", "referrals.problem.agreement", problems);
      if (agreement.equals(NONE)) {
        Typed.required("no-agreement", noAgreement, MOST_WORDS, problems);
      }
      unless(soon.isPresent(), "urgency", "referrals.problem.urgency", problems);
      unless(Language.of(language).isPresent(), "language", "referrals.problem.language", problems);
      return problems.none()
          ? Optional.of(
              new Referral.Terms(
                  whom.orElseThrow(),
                  aim.orElseThrow(),
                  what.orElseThrow(),
                  named,
                  soon.orElseThrow(),
                  language))
          : Optional.empty();
    }

    private static boolean between(Peers.Agreement one, Recipient whom, String country) {
      return !whom.country().equals(country)
          && one.parties().equals(Set.of(country, whom.country()));
    }

    private static void unless(boolean right, String field, String words, Problems problems) {
      if (!right) {
        problems.add(field, words);
      }
    }

    @Override
    public String toString() {
      return "Form[redacted]";
    }
  }

  /// The purposes a person can be referred for: never for figures.
  List<Purpose> purposes() {
    return Arrays.stream(Purpose.values()).filter(one -> one != Purpose.STATISTICS).toList();
  }

  static String first(Map<String, List<String>> typed, String field) {
    List<String> all = typed.getOrDefault(field, List.of());
    return all.isEmpty() || all.getFirst() == null ? "" : all.getFirst();
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }

  @Override
  public String toString() {
    return "ReferPage[redacted]";
  }
}

package org.sampan.consents;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sampan.accounts.SignedIn;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;

/// Chooses what she will be asked: for what, whom, which categories, in which language.
record ScopePage(
    PersonId person,
    Care.InCare care,
    Recipients recipients,
    SignedIn reader,
    Form form,
    Problems problems)
    implements Screen {

  /// The language of somebody who speaks none of the seven.
  static final String INTERPRETER = "other";

  /// What was chosen.
  record Form(String purpose, String to, Set<String> categories, String language) {

    static Form of(Map<String, List<String>> typed) {
      return new Form(
          AnswerForm.first(typed, "purpose"),
          AnswerForm.first(typed, "to"),
          Set.copyOf(typed.getOrDefault("category", List.of())),
          AnswerForm.first(typed, "language"));
    }

    /// What is asked when nothing was chosen yet: the smallest that a referral needs.
    static Form suggested(Care.InCare care) {
      return new Form(
          "",
          "",
          Set.of("IDENTITY", "ORIGIN_AND_FAMILY", "NEEDS", "RISK", "PAPERS", "WISHES"),
          care.language());
    }

    /// The scope, if all was chosen; problems are added.
    Optional<Scope> parsed(Recipients recipients, SignedIn reader, Problems problems) {
      Optional<Purpose> aim = Typed.choice(Purpose.class, purpose);
      Optional<Recipient> whom = recipients.chosen(to, reader);
      Set<Category> what = EnumSet.noneOf(Category.class);
      categories.forEach(name -> Typed.choice(Category.class, name).ifPresent(what::add));
      if (aim.isEmpty()) {
        problems.add("purpose", "consents.problem.purpose");
      }
      if (whom.isEmpty()) {
        problems.add("to", "consents.problem.to");
      }
      if (what.isEmpty()) {
        problems.add("category", "consents.problem.category");
      }
      return problems.none()
          ? Optional.of(new Scope(aim.get(), whom.get(), what))
          : Optional.empty();
    }

    /// The language she is asked in, when it is one of the seven.
    Optional<Language> spoken() {
      return Language.of(language);
    }
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}

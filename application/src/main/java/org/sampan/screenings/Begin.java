package org.sampan.screenings;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.screening.AgeGroup;
import org.sampan.screening.Answer;
import org.sampan.screening.IndicatorSet;
import org.sampan.screening.IndicatorSets;
import org.sampan.vault.Personal;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Typed;

/// What was typed to begin a screening.
///
/// @param id made when the form was drawn
/// @param after the screening to repeat, if any
@Personal
record Begin(
    @Nullable String id,
    @Nullable String after,
    @Nullable String danger,
    @Nullable String agreed,
    @Nullable String age,
    @Nullable String set,
    @Nullable String language,
    @Nullable String interpreter,
    @Nullable String place) {

  static final int LONGEST_PLACE = 300;

  /// Nothing typed yet.
  static Begin empty(UUID id) {
    return new Begin(id.toString(), null, null, null, null, null, null, null, null);
  }

  /// The form again for the same person, with what will be the same this time.
  static Begin again(UUID id, Screening earlier) {
    return new Begin(
        id.toString(),
        earlier.id().value().toString(),
        null,
        null,
        earlier.age().name(),
        earlier.set().toString(),
        earlier.language().tag(),
        earlier.interpreter() ? "yes" : "no",
        null);
  }

  /// What came of reading it.
  sealed interface Parsed {}

  /// Sound: an interview can begin, or she said no to it.
  @Personal
  record Sound(
      Screening.Id id,
      Screening.@Nullable Id after,
      Answer.Reply danger,
      boolean agreed,
      AgeGroup age,
      IndicatorSet.Id set,
      Language language,
      boolean interpreter,
      String place)
      implements Parsed {
    /// Whether the questions come next: she agreed, and nothing more pressing must be seen first.
    boolean goesStraightOn() {
      return agreed && danger != Answer.Reply.YES;
    }

    @Override
    public String toString() {
      return "Sound[redacted]";
    }
  }

  /// Something must be mended first.
  record Unsound(Problems problems) implements Parsed {}

  Parsed parsed(IndicatorSets sets) {
    Problems problems = new Problems();
    Optional<UUID> screening = Typed.identifier(id);
    Optional<Answer.Reply> inDanger = Typed.choice(Answer.Reply.class, danger);
    Optional<Boolean> hasAgreed = yesOrNo(agreed);
    Optional<AgeGroup> ageGroup = Typed.choice(AgeGroup.class, age);
    Optional<IndicatorSet> chosen = chosen(sets);
    Optional<Language> spoken = Optional.ofNullable(language).flatMap(Language::of);
    Optional<Boolean> interpreted = yesOrNo(interpreter);
    need(problems, inDanger, "danger", "screenings.problem.danger");
    need(problems, hasAgreed, "agreed", "screenings.problem.agreed");
    need(problems, ageGroup, "age", "screenings.problem.age");
    need(problems, chosen, "set", "screenings.problem.set");
    need(problems, spoken, "language", "screenings.problem.language");
    need(problems, interpreted, "interpreter", "screenings.problem.interpreter");
    if (ageGroup.isPresent() && chosen.isPresent() && !fits(ageGroup.get(), chosen.get())) {
      problems.add("set", "screenings.problem.set-and-age");
    }
    String where = Typed.text("place", place, LONGEST_PLACE, problems);
    if (screening.isEmpty()) {
      problems.add("danger", "screenings.problem.again");
    }
    if (!problems.none()) {
      return new Unsound(problems);
    }
    return new Sound(
        new Screening.Id(screening.orElseThrow()),
        Typed.identifier(after).map(Screening.Id::new).orElse(null),
        inDanger.orElseThrow(),
        hasAgreed.orElseThrow(),
        ageGroup.orElseThrow(),
        chosen.orElseThrow().id(),
        spoken.orElseThrow(),
        interpreted.orElseThrow(),
        where);
  }

  private Optional<IndicatorSet> chosen(IndicatorSets sets) {
    return sets.all().stream().filter(offered -> offered.id().toString().equals(set)).findFirst();
  }

  /// Where age is in doubt either set can be asked; the rule for children is used in any case.
  private static boolean fits(AgeGroup age, IndicatorSet set) {
    return age == AgeGroup.UNKNOWN || age == set.people();
  }

  private static void need(Problems problems, Optional<?> read, String field, String words) {
    if (read.isEmpty()) {
      problems.add(field, words);
    }
  }

  private static Optional<Boolean> yesOrNo(@Nullable String typed) {
    return Arrays.asList("yes", "no").contains(typed)
        ? Optional.of("yes".equals(typed))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "Begin[redacted]";
  }
}

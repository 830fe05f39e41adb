package org.sampan.consents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.vault.Personal;
import org.sampan.web.Problems;
import org.sampan.web.Typed;
import org.sampan.web.TypedDay;

/// What was typed about her answer.
@Personal
record AnswerForm(
    String id,
    String answer,
    String giver,
    String giverName,
    String ownView,
    String witness,
    String withheld,
    List<String> day,
    List<String> until) {

  static final int MOST = 2000;

  /// Her answer, before it is known to which scope.
  record Answered(
      Consent.Id id,
      Consent.Answer answer,
      Consent.Giver giver,
      LocalDate day,
      @Nullable LocalDate until,
      Consent.Spoken spoken) {}

  static AnswerForm of(Map<String, List<String>> typed) {
    return new AnswerForm(
        first(typed, "id"),
        first(typed, "answer"),
        first(typed, "giver"),
        Typed.text(first(typed, "giver-name")),
        Typed.text(first(typed, "own-view")),
        Typed.text(first(typed, "witness")),
        Typed.text(first(typed, "withheld")),
        three(typed, "day"),
        three(typed, "until"));
  }

  /// Nothing typed yet; today, because most consents are written down when they are given.
  static AnswerForm fresh(UUID id, LocalDate today) {
    List<String> now =
        List.of("" + today.getDayOfMonth(), "" + today.getMonthValue(), "" + today.getYear());
    return new AnswerForm(id.toString(), "", "PERSON", "", "", "", "", now, List.of("", "", ""));
  }

  Optional<Answered> parsed(LocalDate today, boolean child, Problems problems) {
    Optional<UUID> one = Typed.identifier(id);
    Optional<Consent.Answer> said = Typed.choice(Consent.Answer.class, answer);
    Optional<Consent.Giver> by = Typed.choice(Consent.Giver.class, giver);
    if (said.isEmpty()) {
      problems.add("answer", "consents.problem.answer");
    }
    if (by.isEmpty()) {
      problems.add("giver", "consents.problem.giver");
    }
    boolean forHer = by.isPresent() && by.get() != Consent.Giver.PERSON;
    if (forHer && giverName.isEmpty()) {
      problems.add("giver-name", "consents.problem.giver-name");
    }
    if (ownView.isEmpty()
        && ((forHer && child) || by.equals(Optional.of(Consent.Giver.BEST_INTEREST)))) {
      problems.add("own-view", "consents.problem.own-view");
    }
    lengths(problems);
    Optional<LocalDate> spokenOn = TypedDay.day(day.get(0), day.get(1), day.get(2));
    if (spokenOn.isEmpty() || spokenOn.get().isAfter(today)) {
      problems.add("day", "consents.problem.day");
    }
    Optional<LocalDate> last = TypedDay.day(until.get(0), until.get(1), until.get(2));
    boolean wantsLast = until.stream().anyMatch(part -> !part.isBlank());
    if (wantsLast && (last.isEmpty() || last.get().isBefore(today))) {
      problems.add("until", "consents.problem.until");
    }
    if (!problems.none() || one.isEmpty()) {
      return Optional.empty();
    }
    Consent.Spoken spoken = new Consent.Spoken(withheld, witness, forHer ? giverName : "", ownView);
    return Optional.of(
        new Answered(
            new Consent.Id(one.get()),
            said.get(),
            by.get(),
            spokenOn.get(),
            last.orElse(null),
            spoken));
  }

  private void lengths(Problems problems) {
    Typed.required("witness", witness, 200, problems);
    Typed.text("giver-name", giverName, 200, problems);
    Typed.text("own-view", ownView, MOST, problems);
    Typed.text("withheld", withheld, MOST, problems);
  }

  static String first(Map<String, List<String>> typed, String field) {
    List<String> all = typed.getOrDefault(field, List.of());
    return all.isEmpty() || all.getFirst() == null ? "" : all.getFirst();
  }

  private static List<String> three(Map<String, List<String>> typed, String field) {
    return List.of(
        first(typed, field + "-day"),
        first(typed, field + "-month"),
        first(typed, field + "-year"));
  }

  @Override
  public String toString() {
    return "AnswerForm[redacted]";
  }
}

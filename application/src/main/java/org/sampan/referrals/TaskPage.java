package org.sampan.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sampan.accounts.Account;
import org.sampan.casework.Question;
import org.sampan.vault.Personal;
import org.sampan.web.Frame;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.sampan.web.TypedDay;

/// One follow-up, as she who was given it sees it: this and what it needs, nothing else.
///
/// @param body none once it is closed, locked, or the person's key is gone
@Personal
record TaskPage(
    Task task,
    Task.Told told,
    Optional<RequestBody> body,
    Optional<Task.Visit> visit,
    Form form,
    Problems problems,
    Shown shown,
    Instant now)
    implements Screen {

  /// What of an extract a visit needs.
  private static final Set<Extract.Item> NEEDED =
      EnumSet.of(
          Extract.Item.NAME_TO_USE,
          Extract.Item.AGE,
          Extract.Item.SEX,
          Extract.Item.LANGUAGES,
          Extract.Item.INTERPRETER,
          Extract.Item.PLACE,
          Extract.Item.FINER_PLACE,
          Extract.Item.CHANNEL,
          Extract.Item.REACH,
          Extract.Item.WHEN);

  private static final int MOST = 4000;

  /// What was typed.
  @Personal
  record Form(
      String id,
      List<String> day,
      String met,
      String safe,
      String recontact,
      String wellbeing,
      List<String> needs,
      List<String> wishes,
      String note) {

    static Form of(Map<String, List<String>> typed) {
      return new Form(
          ReferPage.first(typed, "id"),
          List.of(
              ReferPage.first(typed, "day-day"),
              ReferPage.first(typed, "day-month"),
              ReferPage.first(typed, "day-year")),
          ReferPage.first(typed, "met"),
          ReferPage.first(typed, "safe"),
          ReferPage.first(typed, "recontact"),
          ReferPage.first(typed, "wellbeing"),
          typed.getOrDefault("needs", List.of()),
          typed.getOrDefault("wishes", List.of()),
          Typed.text(ReferPage.first(typed, "note")));
    }

    static Form fresh(UUID id, LocalDate today) {
      List<String> day =
          List.of("" + today.getDayOfMonth(), "" + today.getMonthValue(), "" + today.getYear());
      return new Form(id.toString(), day, "", "", "", "", List.of(), List.of(), "");
    }

    /// What she found, if all was answered; problems are added. Who was not met was asked nothing.
    Optional<Task.Visit> parsed(
        Task task, Account.Id by, Instant now, LocalDate today, Problems problems) {
      Optional<LocalDate> on = TypedDay.day(day.get(0), day.get(1), day.get(2));
      if (on.isEmpty() || on.get().isAfter(today)) {
        problems.add("day", "referrals.problem.day");
      }
      one("met", met, List.of("yes", "no"), problems);
      boolean spoke = met.equals("yes");
      if (spoke) {
        one("safe", safe, List.of("yes", "no", "unknown"), problems);
        one("recontact", recontact, List.of("yes", "no", "unknown"), problems);
        one("wellbeing", wellbeing, List.of("1", "2", "3", "4", "5"), problems);
      }
      Typed.text("note", note, MOST, problems);
      Optional<UUID> number = Typed.identifier(id);
      return problems.none() && number.isPresent()
          ? Optional.of(
              new Task.Visit(
                  number.get(), task.id(), by, now, on.orElseThrow(), outcome(spoke), note))
          : Optional.empty();
    }

    private Map<StatusBody.Found, List<String>> outcome(boolean spoke) {
      Map<StatusBody.Found, List<String>> outcome = new EnumMap<>(StatusBody.Found.class);
      outcome.put(StatusBody.Found.MET, List.of(met));
      if (spoke) {
        outcome.put(StatusBody.Found.SAFE, List.of(safe));
        outcome.put(StatusBody.Found.RECONTACT, List.of(recontact));
        outcome.put(StatusBody.Found.WELLBEING, List.of(wellbeing));
        several(StatusBody.Found.NEEDS, needs, Question.NEEDS, outcome);
        several(StatusBody.Found.WISHES, wishes, Question.WISHES, outcome);
      }
      return outcome;
    }

    private static void several(
        StatusBody.Found found,
        List<String> typed,
        Question question,
        Map<StatusBody.Found, List<String>> outcome) {
      List<String> known = typed.stream().filter(question.codes()::contains).distinct().toList();
      if (!known.isEmpty()) {
        outcome.put(found, known);
      }
    }

    private static void one(String field, String typed, List<String> codes, Problems problems) {
      if (!codes.contains(typed)) {
        problems.add(field, "web.problem.choose");
      }
    }

    @Override
    public String toString() {
      return "Form[redacted]";
    }
  }

  /// Who she is, where, and how to reach her safely.
  List<Shown.Line> person(Frame frame) {
    return lines(frame, NEEDED);
  }

  /// Who must not learn of it and must not be contacted.
  List<Shown.Line> warnings(Frame frame) {
    return lines(frame, EnumSet.of(Extract.Item.MUST_NOT_LEARN, Extract.Item.DO_NOT_CONTACT));
  }

  private List<Shown.Line> lines(Frame frame, Set<Extract.Item> items) {
    List<Shown.Line> lines = new ArrayList<>();
    body.ifPresent(one ->
        shown.lines(frame, one.told(), one.language()).stream()
            .filter(line -> items.contains(line.item()))
            .forEach(lines::add));
    return lines;
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }

  @Override
  public String toString() {
    return "TaskPage[redacted]";
  }
}

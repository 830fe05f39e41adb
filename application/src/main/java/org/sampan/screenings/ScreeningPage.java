package org.sampan.screenings;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sampan.accounts.Account;
import org.sampan.screening.Answer;
import org.sampan.screening.IndicatorSet;
import org.sampan.web.Screen;

/// One screening: where it stands, and the way into each part of it.
record ScreeningPage(
    Screening screening, IndicatorSet set, Sheet sheet, Map<Account.Id, String> names, Instant now)
    implements Screen {

  /// How far one part is.
  ///
  /// @param differing how many of its questions have answers that differ
  record Line(Part part, long answered, int questions, long differing) {
    boolean done() {
      return answered == questions;
    }
  }

  List<Line> lines() {
    return Arrays.stream(Part.values()).map(this::line).toList();
  }

  /// The first part with questions left, or the first of all.
  Part next() {
    return lines().stream()
        .filter(line -> !line.done())
        .map(Line::part)
        .findFirst()
        .orElse(Part.D1);
  }

  boolean everythingAsked() {
    return lines().stream().allMatch(Line::done);
  }

  long answered() {
    return lines().stream().mapToLong(Line::answered).sum();
  }

  int questions() {
    return lines().stream().mapToInt(Line::questions).sum();
  }

  Asked danger() {
    return Asked.of(sheet, Question.DANGER, null);
  }

  /// Whether any standing answer says that she is in danger now.
  boolean inDanger() {
    return sheet.standing(Question.DANGER).stream()
        .anyMatch(entry -> entry.answer() != null && entry.answer().reply() == Answer.Reply.YES);
  }

  String place() {
    return sheet.settled(Question.PLACE).map(Entry::words).orElse("");
  }

  private Line line(Part part) {
    List<Question> questions = part.questions(set);
    long differing =
        questions.stream().filter(question -> sheet.disagrees(question.code())).count();
    return new Line(part, sheet.answered(questions), questions.size(), differing);
  }

  @Override
  public String toString() {
    return "ScreeningPage[" + screening.id().value() + "]";
  }
}

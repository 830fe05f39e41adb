package org.sampan.screenings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.screening.Act;
import org.sampan.screening.Answer;
import org.sampan.screening.Answers;
import org.sampan.screening.Indicator;
import org.sampan.screening.IndicatorSet;

/// All entries of one interview, and which of them stand.
///
/// An entry stands until another names it as seen and replaced. Two devices that answer the same
/// question apart each replace what both saw, so both answers stand, and the next one given
/// replaces both: a multi-value register (Shapiro et al., Conflict-free Replicated Data Types,
/// 2011). Nothing depends on the order in which entries arrive.
final class Sheet {

  private final Map<String, List<Entry>> given = new LinkedHashMap<>();
  private final Set<Entry.Id> replaced = new HashSet<>();

  Sheet(List<Entry> entries) {
    for (Entry entry : entries) {
      given.computeIfAbsent(entry.question(), question -> new ArrayList<>()).add(entry);
      replaced.addAll(entry.insteadOf());
    }
  }

  /// Every entry to this question, oldest first.
  List<Entry> given(String question) {
    return given.getOrDefault(question, List.of());
  }

  /// The entries to this question that nothing replaces.
  List<Entry> standing(String question) {
    return given(question).stream().filter(entry -> !replaced.contains(entry.id())).toList();
  }

  /// The entry that counts: the only one standing, or the newest of several that say the same.
  Optional<Entry> settled(String question) {
    return settled(standing(question));
  }

  /// Whether answers that differ stand side by side.
  boolean disagrees(String question) {
    return !standing(question).isEmpty() && settled(question).isEmpty();
  }

  /// The answer that counts; none when it was not asked or answers differ.
  @Nullable Answer answer(String question) {
    return settled(question).map(Entry::answer).orElse(null);
  }

  /// What the library is asked about. Differing answers count as unknown: nobody has said which
  /// holds.
  Answers answers(IndicatorSet set) {
    Answers answers = Answers.none();
    for (Indicator sign : set.indicators()) {
      Optional<Answer> answer = counted(sign.id().value());
      if (answer.isPresent()) {
        answers = answers.with(sign.id(), answer.get());
      }
    }
    for (Act act : Act.values()) {
      Optional<Answer> answer = counted(Question.codeOf(act));
      if (answer.isPresent()) {
        answers = answers.with(act, answer.get());
      }
    }
    return answers;
  }

  /// Who wrote on it.
  Set<Account.Id> writers() {
    Set<Account.Id> writers = new HashSet<>();
    given.values().forEach(entries -> entries.forEach(entry -> writers.add(entry.by())));
    return writers;
  }

  /// How many of these questions have an answer that counts.
  long answered(List<Question> questions) {
    return questions.stream().filter(question -> answer(question.code()) != null).count();
  }

  /// The entry this draft makes: none when the form left the question as it was shown, or when what
  /// it says stands already.
  ///
  /// @param fresh makes an identifier, for a form sent again with another answer
  Optional<Entry> next(Draft draft, Account.Id by, Instant now, Supplier<Entry.Id> fresh) {
    List<Entry> shown =
        given(draft.question()).stream()
            .filter(entry -> draft.shown().contains(entry.id()))
            .toList();
    if (leftAlone(draft, shown) || (saidAlready(draft) && !resolves(draft))) {
      return Optional.empty();
    }
    Draft whole = whole(draft, shown);
    Optional<Entry> sentBefore =
        given(draft.question()).stream().filter(entry -> entry.id().equals(draft.id())).findFirst();
    if (sentBefore.isEmpty()) {
      List<Entry.Id> insteadOf = shown.stream().map(Entry::id).toList();
      return Optional.of(entry(whole, draft.id(), insteadOf, by, now));
    }
    if (whole.says(sentBefore.get())) {
      return Optional.empty();
    }
    // The same form again, by Back or by script, with another answer: it follows what she sent
    // before.
    List<Entry.Id> own =
        standing(draft.question()).stream()
            .filter(entry -> entry.by().equals(by))
            .map(Entry::id)
            .toList();
    return Optional.of(
        entry(whole, fresh.get(), own.isEmpty() ? List.of(draft.id()) : own, by, now));
  }

  private static boolean leftAlone(Draft draft, List<Entry> shown) {
    return settled(shown).map(entry -> whole(draft, shown).says(entry)).orElse(draft.isBlank());
  }

  private boolean saidAlready(Draft draft) {
    return standing(draft.question()).stream().anyMatch(draft::says);
  }

  /// Whether it was drawn with differing answers and chooses among them.
  private boolean resolves(Draft draft) {
    return disagrees(draft.question())
        && standing(draft.question()).stream()
            .allMatch(entry -> draft.shown().contains(entry.id()));
  }

  /// A form that chose nothing keeps the answer it showed.
  private static Draft whole(Draft draft, List<Entry> shown) {
    @Nullable Answer before = settled(shown).map(Entry::answer).orElse(null);
    if (draft.choice() != Draft.Choice.NOTHING || before == null) {
      return draft;
    }
    Draft.Choice choice = Draft.Choice.valueOf(before.reply().name());
    return new Draft(
        draft.id(), draft.question(), draft.shown(), choice, draft.source(), draft.words());
  }

  private static Entry entry(
      Draft draft, Entry.Id id, List<Entry.Id> insteadOf, Account.Id by, Instant now) {
    return new Entry(id, draft.question(), draft.answer(), draft.words(), insteadOf, by, now);
  }

  private Optional<Answer> counted(String question) {
    return disagrees(question)
        ? Optional.of(Answer.unknown())
        : settled(question).flatMap(entry -> Optional.ofNullable(entry.answer()));
  }

  private static Optional<Entry> settled(List<Entry> standing) {
    if (standing.isEmpty() || !standing.stream().allMatch(standing.getFirst()::saysTheSameAs)) {
      return Optional.empty();
    }
    return Optional.of(standing.getLast());
  }

  @Override
  public String toString() {
    return "Sheet[" + given.size() + " questions]";
  }
}

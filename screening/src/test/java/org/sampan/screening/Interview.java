package org.sampan.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/// Invented interviews, the same ones in every run: over the shipped sets and over one whose grades
/// are all mixed and often disputed; from almost empty to almost all yes.
record Interview(IndicatorSet set, Answers answers, AgeGroup age, ReadingRule reading) {

  static final int MANY = 20_000;
  private static final long SEED = 20_041_029;

  private static final List<Interview> ALL = invent();
  private static final List<Finding> FINDINGS =
      ALL.stream().map(each -> each.finding(each.answers())).toList();

  /// Tries a law on the first so many interviews, with the finding of each.
  static void each(int count, BiConsumer<Interview, Finding> law) {
    for (int i = 0; i < count; i++) {
      law.accept(ALL.get(i), FINDINGS.get(i));
    }
  }

  private static List<Interview> invent() {
    Random random = new Random(SEED);
    List<IndicatorSet> sets = new ArrayList<>(IndicatorSets.shipped().all());
    sets.add(mixed(random));
    List<Interview> interviews = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      interviews.add(invent(sets.get(i % sets.size()), random));
    }
    return interviews;
  }

  Finding finding(Answers others) {
    return Screening.evaluate(set, others, age, reading);
  }

  private static Interview invent(IndicatorSet set, Random random) {
    double yes = Math.pow(random.nextDouble(), 2);
    double open = random.nextDouble() * (1 - yes);
    Map<Indicator.Id, Answer> answers = new HashMap<>();
    Map<Act, Answer> acts = new HashMap<>();
    for (Indicator indicator : set.indicators()) {
      double drawn = random.nextDouble();
      if (drawn < yes) {
        answers.put(indicator.id(), answer(Answer.Reply.YES, random));
      } else if (drawn < yes + open / 2) {
        answers.put(indicator.id(), answer(Answer.Reply.UNKNOWN, random));
      } else if (drawn >= yes + open) {
        answers.put(indicator.id(), answer(Answer.Reply.NO, random));
      }
    }
    for (Act act : Act.values()) {
      int drawn = random.nextInt(6);
      if (drawn < 3) {
        acts.put(act, answer(Answer.Reply.values()[drawn], random));
      }
    }
    if (random.nextInt(20) == 0) {
      answers.put(new Indicator.Id("STRANGER-1"), Answer.yes());
    }
    List<ReadingRule> readings = List.copyOf(set.readings());
    return new Interview(
        set,
        new Answers(answers, acts),
        any(AgeGroup.values(), random),
        readings.get(random.nextInt(readings.size())));
  }

  private static Answer answer(Answer.Reply reply, Random random) {
    return new Answer(reply, any(Answer.Source.values(), random));
  }

  private static <T> T any(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }

  static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /// A small set of any grades, a third of them disputed, so that few answers decide much.
  private static IndicatorSet mixed(Random random) {
    List<Indicator> indicators = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      for (Indicator indicator : Sets.ADULT_LABOUR.in(dimension).subList(0, 5)) {
        Strength strength = any(Strength.values(), random);
        Strength other = any(Strength.values(), random);
        boolean disputed = strength != other && random.nextBoolean();
        indicators.add(
            new Indicator(
                indicator.id(),
                dimension,
                indicator.code(),
                strength,
                disputed ? Standing.DISPUTED : Standing.VERIFIED,
                disputed ? other : null,
                "",
                indicator.wordings()));
      }
    }
    return Sets.with(Sets.ADULT_LABOUR, new IndicatorSet.Id("mixed", 1), indicators);
  }
}

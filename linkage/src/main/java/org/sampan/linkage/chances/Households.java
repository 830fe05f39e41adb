package org.sampan.linkage.chances;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Household;
import org.sampan.linkage.model.Kind;
import org.sampan.linkage.model.Level;
import org.sampan.linkage.model.Model;

/// What is thought of housemates at first, and after each round of learning. They share a house and
/// a telephone as one person does with himself; birth, age and papers agree between them as between
/// strangers; of their names a part may agree, but not the whole.
public final class Households {

  /// How much more often than strangers housemates have one house, telephone or place.
  private static final double OFTEN = 20;

  /// How often the given names of housemates differ at least.
  private static final double MOSTLY = 0.5;

  /// The place of the level "heard" of a name.
  private static final int HEARD = 5;

  private Households() {}

  /// What to begin with; nothing where the records tell of no home, or of nothing else.
  public static Optional<Household> begun(Model model) {
    long homes = model.fields().stream().filter(field -> ofHome(field.kind())).count();
    long own = model.fields().stream().filter(field -> ofOne(field.kind())).count();
    if (homes == 0 || own == 0) {
      return Optional.empty();
    }
    List<List<Double>> chances = new ArrayList<>();
    for (Field field : model.fields()) {
      List<Double> levels = new ArrayList<>();
      for (int place = 0; place < field.levels().size(); place++) {
        Level level = field.levels().get(place);
        boolean same = ofHome(field.kind()) || shareable(field.kind(), place);
        levels.add(same ? level.m() : level.u());
      }
      chances.add(levels);
    }
    return Optional.of(new Household(Math.min(0.1, model.prior()), chances));
  }

  /// The chances after a round.
  ///
  /// @param shared how many pairs of housemates are thought to stand at each field and level
  public static Household learned(
      Household old, List<Field> fields, double[][] shared, double share) {
    List<List<Double>> chances = new ArrayList<>();
    for (int number = 0; number < fields.size(); number++) {
      Field field = fields.get(number);
      List<Double> levels = new ArrayList<>();
      double told = 2;
      for (int place = 0; place < field.levels().size(); place++) {
        told += fixed(field.kind(), place) ? 0 : shared[number][place + 1];
      }
      for (int place = 0; place < field.levels().size(); place++) {
        double before = old.chances().get(number).get(place);
        double now = (shared[number][place + 1] + 2 * before) / told;
        double chance = fixed(field.kind(), place) ? field.levels().get(place).u() : now;
        levels.add(Math.clamp(chance, 1e-6, 1));
      }
      chances.add(levels);
    }
    return new Household(share, chances);
  }

  /// Whether those that were found share a home, and differ in some name: otherwise they are one
  /// person whose date of birth was written wrongly, or mere namesakes.
  public static boolean plausible(Model model) {
    boolean home = false;
    boolean names = false;
    boolean differ = false;
    for (int number = 0; number < model.fields().size(); number++) {
      Field field = model.fields().get(number);
      List<Double> chances = model.household().orElseThrow().chances().get(number);
      double strangers = field.levels().getFirst().u();
      home |= ofHome(field.kind()) && chances.getFirst() > OFTEN * strangers;
      names |= field.kind() == Kind.NAME;
      differ |= field.kind() == Kind.NAME && chances.getLast() > MOSTLY;
    }
    return home && (differ || !names);
  }

  /// Whether housemates may agree here: by the family's name, told apart or within a whole name.
  private static boolean shareable(Kind kind, int place) {
    return kind == Kind.NAME || kind == Kind.FULL_NAME && !whole(kind, place);
  }

  private static boolean fixed(Kind kind, int place) {
    return ofOne(kind) || whole(kind, place);
  }

  /// Levels at which whole names agree: exact, reordered, near, heard.
  private static boolean whole(Kind kind, int place) {
    return kind == Kind.FULL_NAME && (place <= 2 || place == HEARD);
  }

  private static boolean ofHome(Kind kind) {
    return kind == Kind.PHONE
        || kind == Kind.PLACE
        || kind == Kind.LOCATION
        || kind == Kind.TEXT
        || kind == Kind.NUMBER;
  }

  private static boolean ofOne(Kind kind) {
    return kind == Kind.DATE || kind == Kind.AGE || kind == Kind.IDENTIFIER;
  }
}

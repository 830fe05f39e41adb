package org.sampan.jobs.registers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Households of six countries, and the offices that met their people once or several times.
final class MekongRecipe implements Recipe {

  private static final List<Country> PEOPLE =
      List.of(
          Country.MM,
          Country.KH,
          Country.LA,
          Country.VN,
          Country.TH,
          Country.MM,
          Country.KH,
          Country.LA,
          Country.TH,
          Country.CN);

  private final Chance chance;

  MekongRecipe(Chance chance) {
    this.chance = chance;
  }

  @Override
  public List<String> columns() {
    return Clerk.COLUMNS;
  }

  @Override
  public List<List<List<@Nullable String>>> next() {
    List<List<List<@Nullable String>>> household = new ArrayList<>();
    for (Person person : Person.household(chance.any(PEOPLE), chance)) {
      List<List<@Nullable String>> rows = new ArrayList<>();
      for (int left = meetings(); left > 0; left--) {
        rows.add(Clerk.meeting(person.name().country(), chance).write(person));
      }
      household.add(rows);
    }
    return household;
  }

  @Override
  public String identifier(long at, long entity, int copy) {
    return "r%09d".formatted(at);
  }

  private int meetings() {
    int kind = chance.below(100);
    return kind < 70 ? 1 : kind < 88 ? 2 : kind < 96 ? 3 : 4;
  }
}

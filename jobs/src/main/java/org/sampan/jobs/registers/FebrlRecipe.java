package org.sampan.jobs.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records like FEBRL's Australian ones: columns drawn one by one from its words, one original in
/// six with one to three copies of one to four changes. For speed only: its truth is too easy to
/// claim accuracy by.
final class FebrlRecipe implements Recipe {

  private static final List<String> COLUMNS =
      List.of(
          "given_name",
          "surname",
          "street_number",
          "address_1",
          "suburb",
          "postcode",
          "state",
          "date_of_birth",
          "soc_sec_id");

  private static final Map<String, List<String>> WORDS = read();

  private final Chance chance;

  FebrlRecipe(Chance chance) {
    this.chance = chance;
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<List<List<@Nullable String>>> next() {
    List<@Nullable String> original = original();
    List<List<@Nullable String>> rows = new ArrayList<>();
    rows.add(original);
    if (chance.below(6) == 0) {
      for (int left = chance.between(1, 3); left > 0; left--) {
        rows.add(copy(original));
      }
    }
    return List.of(rows);
  }

  @Override
  public String identifier(long at, long entity, int copy) {
    return copy == 0 ? "rec-" + entity + "-org" : "rec-" + entity + "-dup-" + (copy - 1);
  }

  private List<@Nullable String> original() {
    List<@Nullable String> row = new ArrayList<>();
    for (String column : COLUMNS) {
      row.add(value(column));
    }
    return row;
  }

  private @Nullable String value(String column) {
    String value =
        switch (column) {
          case "street_number" -> String.valueOf(chance.between(1, 250));
          case "date_of_birth" ->
              LocalDate.of(1930, 1, 1).plusDays(chance.below(29219)).toString().replace("-", "");
          case "soc_sec_id" -> chance.between(1, 9) + chance.digits(6);
          case "surname" -> chance.happens(0.3) ? recombined(column) : word(column);
          case "given_name" -> chance.happens(0.2) ? recombined(column) : word(column);
          default -> word(column);
        };
    return value.isEmpty() ? null : value;
  }

  /// The beginning of one word with the end of another: a wider vocabulary than the file's.
  private String recombined(String column) {
    String first = word(column);
    String last = word(column);
    return first.substring(0, (first.length() + 1) / 2) + last.substring(last.length() / 2);
  }

  private String word(String column) {
    return chance.any(WORDS.getOrDefault(column, List.of("")));
  }

  private List<@Nullable String> copy(List<@Nullable String> original) {
    List<@Nullable String> copy = new ArrayList<>(original);
    for (int left = chance.between(1, 4); left > 0; left--) {
      int at = chance.below(COLUMNS.size());
      String now = copy.get(at);
      int kind = chance.below(10);
      if (kind == 0) {
        copy.set(at, null);
      } else if (kind == 1) {
        String given = copy.get(0);
        copy.set(0, copy.get(1));
        copy.set(1, given);
      } else if (kind == 2) {
        copy.set(at, value(COLUMNS.get(at)));
      } else if (now != null) {
        boolean digits = Character.isDigit(now.charAt(0));
        copy.set(at, digits ? Slips.digit(now, chance) : Slips.letter(now, chance));
      }
    }
    return copy;
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> words = new HashMap<>();
    for (List<String> cells : Lines.of("febrl-words.csv")) {
      List<String> field = words.computeIfAbsent(cells.get(0), key -> new ArrayList<>());
      for (int left = Integer.parseInt(cells.get(2)); left > 0; left--) {
        field.add(cells.get(1));
      }
    }
    return words;
  }
}

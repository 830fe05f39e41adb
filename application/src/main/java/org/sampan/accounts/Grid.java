package org.sampan.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The readable grid of roles and duties, from `grid.csv`. A cell is `-`, a reach, or
/// `reach+wider`: the first by duty, the wider one only with a stated purpose.
public final class Grid {

  /// One cell.
  ///
  /// @param byDuty what she may reach because it is her work
  /// @param withPurpose what she may reach when she says why
  public record Cell(Reach byDuty, Reach withPurpose) {}

  private static final Grid THE_GRID = read();

  private final Map<Duty, Map<Role, Cell>> cells;

  private Grid(Map<Duty, Map<Role, Cell>> cells) {
    this.cells = cells;
  }

  /// The grid this node runs by.
  public static Grid current() {
    return THE_GRID;
  }

  /// What this role may do of this duty.
  public Cell cell(Duty duty, Role role) {
    return Objects.requireNonNull(Objects.requireNonNull(cells.get(duty)).get(role));
  }

  private static Grid read() {
    try (InputStream in = Objects.requireNonNull(Grid.class.getResourceAsStream("grid.csv"))) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      List<Role> roles =
          List.of(lines.getFirst().split(";")).stream()
              .skip(1)
              .map(name -> named(Role.class, name))
              .toList();
      Map<Duty, Map<Role, Cell>> cells = new EnumMap<>(Duty.class);
      for (String line : lines.subList(1, lines.size())) {
        String[] row = line.split(";");
        Map<Role, Cell> byRole = new EnumMap<>(Role.class);
        for (int i = 0; i < roles.size(); i++) {
          byRole.put(roles.get(i), cell(row[i + 1]));
        }
        cells.put(named(Duty.class, row[0]), byRole);
      }
      if (cells.size() != Duty.values().length || roles.size() != Role.values().length) {
        throw new IllegalStateException("grid.csv has not every duty and every role");
      }
      return new Grid(cells);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Cell cell(String text) {
    if (text.equals("-")) {
      return new Cell(Reach.NONE, Reach.NONE);
    }
    int plus = text.indexOf('+');
    if (plus < 0) {
      Reach reach = named(Reach.class, text);
      return new Cell(reach, reach);
    }
    return new Cell(
        named(Reach.class, text.substring(0, plus)), named(Reach.class, text.substring(plus + 1)));
  }

  private static <E extends Enum<E>> E named(Class<E> choices, String name) {
    return Enum.valueOf(choices, name.toUpperCase(Locale.ROOT));
  }
}

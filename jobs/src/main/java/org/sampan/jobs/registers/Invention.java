package org.sampan.jobs.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.sampan.jobs.tables.TableWriter;

/// Invents so many rows into a table, mixed so that copies seldom stand beside each other. Mixing
/// keeps a fixed number of rows in hand, so memory does not grow.
final class Invention {

  private static final int IN_HAND = 1 << 16;

  private record Waiting(long entity, int copy, List<@Nullable String> cells) {}

  private final Recipe recipe;
  private final Chance order;
  private final boolean telling;
  private final LongConsumer progress;
  private final List<Waiting> inHand = new ArrayList<>();
  private long entities;
  private long written;

  /// Ready to invent.
  ///
  /// @param telling whether the entity is a column of the table
  Invention(Recipe recipe, Chance order, boolean telling, LongConsumer progress) {
    this.recipe = recipe;
    this.order = order;
    this.telling = telling;
    this.progress = progress;
  }

  List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("rec_id"));
    if (telling) {
      columns.add("entity");
    }
    columns.addAll(recipe.columns());
    return columns;
  }

  /// Writes exactly so many rows; every row is seen by the truth too.
  void write(long rows, TableWriter table, Truth truth) {
    long invented = 0;
    while (invented < rows) {
      for (List<List<@Nullable String>> entity : recipe.next()) {
        entities++;
        for (int copy = 0; copy < entity.size() && invented < rows; copy++) {
          invented++;
          hold(new Waiting(entities, copy, entity.get(copy)), table, truth);
        }
      }
    }
    while (!inHand.isEmpty()) {
      int at = order.below(inHand.size());
      Waiting next = inHand.set(at, inHand.getLast());
      inHand.removeLast();
      put(next, table, truth);
    }
  }

  private void hold(Waiting row, TableWriter table, Truth truth) {
    if (inHand.size() < IN_HAND) {
      inHand.add(row);
      return;
    }
    put(inHand.set(order.below(IN_HAND), row), table, truth);
  }

  private void put(Waiting row, TableWriter table, Truth truth) {
    written++;
    String identifier = recipe.identifier(written, row.entity(), row.copy());
    String entity = "e" + row.entity();
    List<@Nullable String> cells = new ArrayList<>(row.cells().size() + 2);
    cells.add(identifier);
    if (telling) {
      cells.add(entity);
    }
    cells.addAll(row.cells());
    table.row(cells.toArray(new @Nullable String[0]));
    truth.row(identifier, entity);
    if (written % 10_000 == 0) {
      progress.accept(written);
    }
  }

  /// Takes the identifier and the entity of every row.
  interface Truth {
    void row(String identifier, String entity);
  }
}

package org.sampan.linkage.spark;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/// Works off a task's rows portion by portion, never holding more than one.
final class Portions implements Iterator<Row> {

  private final List<String> columns;
  private final Iterator<Row> rows;
  private final BiPredicate<Row, Row> together;
  private final Function<Portion, List<Row>> work;
  private final Queue<Row> done = new ArrayDeque<>();
  private @Nullable Row next;

  private Portions(
      List<String> columns,
      Iterator<Row> rows,
      BiPredicate<Row, Row> together,
      Function<Portion, List<Row>> work) {
    this.columns = columns;
    this.rows = rows;
    this.together = together;
    this.work = work;
    this.next = rows.hasNext() ? rows.next() : null;
  }

  /// Any rows may part.
  static Iterator<Row> of(
      List<String> columns, Iterator<Row> rows, Function<Portion, List<Row>> work) {
    return new Portions(columns, rows, (one, other) -> false, work);
  }

  /// Rows beside each other that belong together stay together.
  static Iterator<Row> of(
      List<String> columns,
      Iterator<Row> rows,
      BiPredicate<Row, Row> together,
      Function<Portion, List<Row>> work) {
    return new Portions(columns, rows, together, work);
  }

  @Override
  public boolean hasNext() {
    while (done.isEmpty() && next != null) {
      done.addAll(work.apply(portion()));
    }
    return !done.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return done.remove();
  }

  private Portion portion() {
    Portion portion = new Portion(columns);
    Row last = null;
    while (next != null
        && (last == null || portion.size() < Portion.FULL || together.test(last, next))) {
      portion.add(next);
      last = next;
      next = rows.hasNext() ? rows.next() : null;
    }
    return portion;
  }
}

package org.sampan.places;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a published gazetteer of finer places from a CSV file (UTF-8), whole or not at all.
///
/// The first line is `id,country,parent,level,native,latin,other,valid_from,valid_to,source`: `id`
/// is the publisher's code and must not change between editions; `parent` a province of the product
/// (`TH-74`) or a place of this or an earlier file; `level` one of district, commune, village;
/// `native` and `other` several names with `|` between; days as `2025-07-01` or empty. At most
/// 200,000 lines of 8,000 bytes, 20 names a cell, 200 characters a name. Taking a file again
/// changes nothing; a later edition changes what differs and removes nothing.
@Component
public class GazetteerImport {

  private static final int BATCH = 1_000;
  private static final int MOST_PROBLEMS = 50;

  /// What became of a file.
  public sealed interface Outcome {}

  /// The file was taken: its rows, those new here, those that differed.
  public record Taken(int rows, int added, int changed) implements Outcome {}

  /// Nothing was taken; at most 50 reasons, in the order of the lines.
  public record Refused(List<Problem> problems) implements Outcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// What is wrong on a line; line 0 when it is with a place taken earlier.
  public record Problem(int line, String what) {}

  private final FinerPlaces places;
  private final Provinces provinces;
  private final TransactionTemplate transaction;

  GazetteerImport(FinerPlaces places, PlatformTransactionManager transactions) {
    this.places = places;
    this.provinces = Provinces.shipped();
    this.transaction = new TransactionTemplate(transactions);
  }

  /// The import into this database, for a command outside the running node.
  public static GazetteerImport into(DataSource database) {
    return new GazetteerImport(
        new FinerPlaces(JdbcClient.create(database)), new DataSourceTransactionManager(database));
  }

  /// Takes the file; the caller closes it.
  ///
  /// @throws IOException when the file cannot be read to its end; nothing was taken then
  public Outcome take(InputStream file) throws IOException {
    try {
      return transaction.execute(status -> {
        Outcome outcome = new Taking(file).outcome();
        if (outcome instanceof Refused) {
          status.setRollbackOnly();
        }
        return outcome;
      });
    } catch (Broken broken) {
      throw broken.cause;
    }
  }

  /// Carries a file's fault out of the transaction, which rolls back for it.
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final IOException cause;

    Broken(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  /// One file on its way into the table.
  private final class Taking {
    private final CsvLines lines;
    private final Map<String, Integer> lineOf = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Place> waiting = new ArrayList<>();
    private int touched;

    Taking(InputStream file) {
      this.lines = new CsvLines(file, GazetteerRow.COLUMNS);
    }

    Outcome outcome() {
      places.oneImportAtATime();
      int before = places.count();
      readRows();
      if (problems.isEmpty()) {
        write();
        findAstray();
      }
      if (!problems.isEmpty()) {
        return new Refused(problems);
      }
      int added = places.count() - before;
      return new Taken(lineOf.size(), added, touched - added);
    }

    private void readRows() {
      try {
        for (Optional<List<String>> cells = lines.next();
            cells.isPresent() && problems.size() < MOST_PROBLEMS;
            cells = lines.next()) {
          keep(GazetteerRow.of(cells.get(), provinces));
        }
      } catch (CsvLines.Unreadable unreadable) {
        problem(unreadable.why());
      } catch (IOException broken) {
        throw new Broken(broken);
      }
    }

    private void keep(GazetteerRow row) {
      switch (row) {
        case GazetteerRow.Wrong wrong -> wrong.problems().forEach(this::problem);
        case GazetteerRow.Valid valid -> {
          Integer earlier = lineOf.putIfAbsent(valid.place().id().value(), lines.line());
          if (earlier != null) {
            problem("id: stands on line " + earlier + " already");
          } else if (problems.isEmpty()) {
            waiting.add(valid.place());
            if (waiting.size() == BATCH) {
              write();
            }
          }
        }
      }
    }

    private void write() {
      if (!waiting.isEmpty()) {
        touched += places.put(waiting);
        waiting.clear();
      }
    }

    private void findAstray() {
      List<Place.Id> known = provinces.all().map(Place::id).toList();
      places.astray(known, MOST_PROBLEMS).stream()
          .map(astray ->
              new Problem(
                  lineOf.getOrDefault(astray.id(), 0),
                  "parent: "
                      + astray.parent()
                      + " is no coarser place of the same country (id "
                      + astray.id()
                      + ")"))
          .sorted((a, b) -> Integer.compare(a.line(), b.line()))
          .forEach(problems::add);
    }

    private void problem(String what) {
      if (problems.size() < MOST_PROBLEMS) {
        problems.add(new Problem(lines.line(), what));
      }
    }
  }
}

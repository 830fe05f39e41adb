package org.sampan.jobs.registers;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.sampan.OperatorRefusal;
import org.sampan.jobs.tables.Progress;
import org.sampan.jobs.tables.TableWriter;

/// `./sampan link --generate N [--seed S] [--like mekong|febrl] [--truth FILE] [--out FILE]`: an
/// invented register with its truth, CSV or Parquet. The truth is the column `entity`, or with
/// `--truth` a file `id,entity` of its own.
public final class InventedRegisters {

  private static final String USAGE =
      "./sampan link --generate N [--seed S] [--like mekong|febrl] [--truth FILE.csv]"
          + " [--out FILE.csv|FILE.parquet]";

  private long rows = -1;
  private long seed = 20261121;
  private String like = "mekong";
  private Path out = Path.of("register.csv");
  private String truth = "";
  private final Progress progress = new Progress(System.err, Clock.systemUTC());

  private InventedRegisters() {}

  /// Runs the command; 0 when the file stands.
  ///
  /// @throws OperatorRefusal when it is called wrongly or nothing can be written
  public static int run(List<String> arguments) {
    InventedRegisters wanted = new InventedRegisters();
    for (int at = 0; at < arguments.size(); at += 2) {
      if (at + 1 == arguments.size()) {
        throw new OperatorRefusal(USAGE);
      }
      wanted.take(arguments.get(at), arguments.get(at + 1));
    }
    if (wanted.rows < 0) {
      throw new OperatorRefusal(USAGE);
    }
    wanted.write();
    return 0;
  }

  private void take(String option, String value) {
    switch (option) {
      case "--generate" -> rows = number(option, value);
      case "--seed" -> seed = number(option, value);
      case "--like" -> like = value;
      case "--out" -> out = Path.of(value);
      case "--truth" -> truth = value;
      default -> throw new OperatorRefusal(USAGE);
    }
  }

  private static long number(String option, String value) {
    try {
      long number = Long.parseLong(value.replace("_", ""));
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // told below
    }
    throw new OperatorRefusal(option + " takes a whole number, not '" + value + "'.");
  }

  private void write() {
    Recipe recipe =
        switch (like) {
          case "mekong" -> new MekongRecipe(new Chance(seed));
          case "febrl" -> new FebrlRecipe(new Chance(seed));
          default -> throw new OperatorRefusal("--like takes mekong or febrl, not '" + like + "'.");
        };
    Invention invention = new Invention(recipe, new Chance(~seed), truth.isEmpty(), this::said);
    try (TableWriter table = TableWriter.to(out, invention.columns())) {
      if (truth.isEmpty()) {
        invention.write(rows, table, (identifier, entity) -> {});
      } else {
        try (TableWriter apart = TableWriter.to(Path.of(truth), List.of("id", "entity"))) {
          invention.write(rows, table, apart::row);
          apart.keep();
        }
      }
      table.keep();
    }
    progress.end();
    System.err.printf("%,d rows in %s, seed %d%n", rows, out, seed);
  }

  private void said(long written) {
    progress.at("inventing", written, rows);
  }
}

package org.sampan.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sampan.benchmarks.exchange.ExchangeTable;
import org.sampan.benchmarks.tricks.TricksTable;

/// `./sampan benchmark all`, `linkage`, `names`, `lookup`, `tricks`, `disclosure`, `exchange`,
/// `cases` and `kernels`.
public final class Benchmarks {

  private static final String USAGE =
      """
      ./sampan benchmark all                 everything below in one run, on the usual files, with a
                                             million records; writes guides/linkage-figures.md
                 --seconds N     wait for an engine so long, five times for a million (default 120)
                 --large         and ten million records
                 --quick         only FEBRL 1 to 3 and the names
                 --out FILE      another page
      ./sampan benchmark linkage [FILE...]   engines side by side; without files FEBRL 1 to 3,
                                             historical persons, and invented ones
                 --engines A,B   of sampan, splink-duckdb, splink-duckdb-tuned, jedai, duke,
                                 fuzzy-matcher
                 --seconds N     wait for an engine so long (default 900)
      ./sampan benchmark names [FILE.tsv]    romanisers with Jaro-Winkler, on pairs of names
                 --speed         instead: pairs a CPU-second for each two scripts, bytes a name
      ./sampan benchmark lookup FILE MODEL   one record against all of a file, while some come and go
      ./sampan benchmark tricks              what each trick of the linkage engine buys: as it
                                             ships and with one plain twin, in turns
                 --rows N        records of the register (default 1000000)
                 --rounds N      of each process, the quickest counts (default 3)
                 --runs N        processes of either kind (default 2)
                 --only A,B      of the names in linkage/src/twins/tricks.csv
      ./sampan benchmark disclosure          every target of `./sampan publish`, beside what peers
                                             published; writes guides/disclosure-figures.md
                 --runs N        releases of each set (default 10)
      ./sampan benchmark exchange            a letter of 2 KB: ours, AS4 by phase4, and a plain post;
                                             writes guides/exchange-figures.md
                 --letters N     so many count (default 6000)
                 --quick         a look, without the page
                 --only WAY      ours, plain, as4 or as4-rsa
      ./sampan benchmark cases DATA LIST     91,000 invented cases and their code list
      ./sampan benchmark kernels             the small loops, by JMH\
      """;

  private Benchmarks() {}

  /// Runs one of them; `engine NAME FILE` is what each child process runs.
  public static void main(String[] arguments) throws Exception {
    List<String> all = List.of(arguments);
    String what =
        all.isEmpty() || List.of("lookup", "cases").contains(all.getFirst()) && all.size() < 3
            ? ""
            : all.getFirst();
    switch (what) {
      case "all" -> FiguresPage.write(all.subList(1, all.size()));
      case "linkage" -> LinkageTable.print(all.subList(1, all.size()));
      case "names" -> names(all.subList(1, all.size()));
      case "lookup" -> System.out.println(LookupTable.measured(all.get(1), all.get(2)));
      case "tricks" -> TricksTable.print(home(), all.subList(1, all.size()));
      case "disclosure" -> DisclosureTable.print(all.subList(1, all.size()));
      case "exchange" -> ExchangeTable.run(all.subList(1, all.size()));
      case "cases" -> GeneratedCases.write(Path.of(all.get(1)), Path.of(all.get(2)));
      case "kernels" -> Kernels.run();
      case "engine" -> OneRun.print(all.get(1), all.get(2));
      default -> {
        System.err.println(USAGE);
        System.exit(2);
      }
    }
  }

  private static void names(List<String> arguments) throws java.io.IOException {
    if (arguments.contains("--speed")) {
      NamesSpeed.print(data().resolve("names"));
    } else {
      NamesTable.print(
          arguments.isEmpty() ? data().resolve("names") : Path.of(arguments.getFirst()),
          System.out);
    }
  }

  private static Path home() {
    return Path.of(System.getProperty("sampan.home", "."));
  }

  /// Where the public data stand: beside the project, see its README.
  static Path data() {
    Path data = home().resolve(Path.of("..", "shared", "data")).normalize();
    if (!Files.isDirectory(data)) {
      System.err.println("The data to measure with are not here: " + data.toAbsolutePath());
      System.exit(2);
    }
    return data;
  }
}

package org.sampan.benchmarks.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sampan.benchmarks.Circumstances;

/// `./sampan benchmark exchange`: a letter of 2 KB each way, as a table and as a page.
public final class ExchangeTable {

  private static final Sender.Plan WHOLE = new Sender.Plan(2_000, 6_000, 1_200);
  private static final Sender.Plan QUICK = new Sender.Plan(50, 100, 40);

  private ExchangeTable() {}

  /// Measures; `receive` and `send` are what the two processes of a way run.
  ///
  /// @param arguments `--quick` for a look that writes no page, `--letters N` that count (the trial
  ///   of our own nodes has 6,000 always), `--out FILE` for another page, `--only WAY` for one of
  ///   ours, plain, as4, as4-rsa
  public static void run(List<String> arguments)
      throws IOException, SQLException, InterruptedException {
    String first = arguments.isEmpty() ? "" : arguments.getFirst();
    if (first.equals("receive") || first.equals("send")) {
      Sides.run(arguments);
      return;
    }
    Path home = Path.of(System.getProperty("sampan.home", "."));
    Path page = home.resolve("guides/exchange-figures.md");
    Sender.Plan plan = WHOLE;
    String only = "";
    for (int at = 0; at < arguments.size(); at++) {
      switch (arguments.get(at)) {
        case "--quick" -> plan = QUICK;
        case "--letters" -> plan = WHOLE.with(Integer.parseInt(arguments.get(++at)));
        case "--out" -> page = Path.of(arguments.get(++at));
        case "--only" -> only = arguments.get(++at);
        default -> throw new IllegalArgumentException("no option " + arguments.get(at));
      }
    }
    Circumstances before = Circumstances.now();
    Map<String, Carried> all = new LinkedHashMap<>();
    String idle = "";
    if (only.isEmpty() || only.equals("ours")) {
      System.err.println("Sampan: two nodes as they ship, always the whole trial");
      NodesAsTheyShip.Measured ours = NodesAsTheyShip.measured(home);
      all.put("**Sampan**", ours.carried());
      System.err.println("  " + ours);
      idle = ExchangeText.IDLE.formatted(ours.idle());
    }
    for (Way way : Way.values()) {
      if (only.isEmpty() || only.equals(way.word)) {
        System.err.println(way.title);
        all.put(way.title, Sides.measured(way, plan));
        System.err.println("  " + all.get(way.title));
      }
    }
    Circumstances after = Circumstances.now();
    String table = table(all) + idle;
    System.out.print(table);
    if (!plan.equals(QUICK) && only.isEmpty()) {
      String head =
          ExchangeText.HEAD.formatted(
              before.when(),
              after.when(),
              Circumstances.machine(),
              before.load(),
              after.load(),
              plan.warm(),
              plan.most(),
              plan.paced());
      Path written = page.resolveSibling(page.getFileName() + ".new");
      Files.writeString(written, head + table + ExchangeText.FOOT);
      Files.move(written, page, StandardCopyOption.REPLACE_EXISTING);
      System.out.println("Written: " + page);
    }
  }

  private static String table(Map<String, Carried> all) {
    StringBuilder table = new StringBuilder(ExchangeText.COLUMNS);
    double first = all.values().iterator().next().processor();
    all.forEach((title, carried) ->
        table.append(
            String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.0f | %.0f ms | %.0f ms |%n",
                title,
                carried.processor(),
                carried.database(),
                carried.processor() / first,
                carried.aSecond(),
                carried.half(),
                carried.most())));
    return table.toString();
  }
}

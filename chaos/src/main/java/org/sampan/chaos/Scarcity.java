package org.sampan.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The connection pool held shut, and a database that hangs.
final class Scarcity implements Trial {

  @Override
  public String title() {
    return "pool exhausted, database hangs";
  }

  @Override
  public String story() {
    return "All connections to the database are held, then the database hangs. The node must "
        + "come back by itself, and nothing may be acknowledged that was not stored.";
  }

  @Override
  public List<Figure> run(Grounds grounds) throws IOException, SQLException, InterruptedException {
    Pair pair = grounds.pair;
    List<String[]> cases = Traffic.cases(pair.th, pair.kh.name, grounds.of(50, 5));
    List<Figure> figures = new ArrayList<>();
    int messages = grounds.of(2_000, 60);
    try (Traffic traffic = Traffic.begin(pair, grounds.ledger, cases, messages, grounds.seed)) {
      for (Station station : List.of(pair.kh, pair.th)) {
        int millis = grounds.of(60_000, 800);
        boolean held = station.ask("/pool?ms=" + millis, connections -> {});
        figures.add(
            Figure.told("pool of " + station.name + " held shut", held ? millis + " ms" : "no"));
        figures.add(freeze(station, Duration.ofSeconds(grounds.of(600, 1))));
      }
      traffic.join();
    }
    figures.addAll(grounds.account());
    return figures;
  }

  private static Figure freeze(Station station, Duration away)
      throws IOException, InterruptedException {
    station.freezeDatabase(true);
    Thread.sleep(away);
    station.freezeDatabase(false);
    long from = System.nanoTime();
    boolean healed =
        Waiting.until(
            Duration.ofMinutes(2),
            () -> {
              try (var database = station.database()) {
                return database.isValid(1);
              }
            });
    double took = (System.nanoTime() - from) / 1e9;
    return Figure.aim(
        "database of " + station.name + " hung for " + away.toSeconds() + " s, answers again after",
        "%.1f s".formatted(took),
        "30 s",
        healed && took <= 30);
  }
}

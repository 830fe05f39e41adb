package org.sampan.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The link is away for 72 hours while people go on writing; then it is back.
final class Absence implements Trial {

  private static final String EFFECTS = "select count(*) from chaos.effect";

  @Override
  public String title() {
    return "72 hours without a link";
  }

  @Override
  public String story() {
    return "The line is away for three days while people go on writing; then it is back. Nothing "
        + "may expire early, and everything must arrive.";
  }

  @Override
  public List<Figure> run(Grounds grounds) throws IOException, SQLException, InterruptedException {
    Pair pair = grounds.pair;
    List<Station> both = List.of(pair.th, pair.kh);
    List<Figure> figures = new ArrayList<>();
    pair.weather(Weather.CUT);
    List<FalseTime> times = new ArrayList<>();
    for (Station station : both) {
      FalseTime.of(station).ifPresent(times::add);
    }
    // Clocks that go on cost four starts: the slice leaves them out.
    boolean timed = grounds.full && times.size() == both.size();
    for (int n = 0; timed && n < both.size(); n++) {
      times.get(n).set(Duration.ZERO);
      both.get(n).kill(false);
      both.get(n).startAgain(times.get(n).environment());
    }
    int messages = grounds.of(100_000, 100);
    List<String[]> cases = Traffic.cases(pair.th, pair.kh.name, grounds.of(500, 20));
    long before = effects(pair.kh);
    try (Traffic traffic = Traffic.begin(pair, grounds.ledger, cases, messages, grounds.seed)) {
      traffic.join();
    }
    goOn(times, timed ? 72 : 0, grounds.of(10_000, 300));
    String clocks = timed ? "72" : grounds.full ? FalseTime.ABSENT : "not in the slice";
    figures.add(Figure.told("hours the clocks went on", clocks));
    figures.add(Figure.told("messages queued meanwhile", messages));
    figures.addAll(comesBack(grounds, before, messages));
    figures.addAll(grounds.account());
    figures.addAll(heaps(both));
    for (Station station : timed ? both : List.<Station>of()) {
      station.kill(false);
      station.startAgain(Map.of());
    }
    return figures;
  }

  /// The clocks of both go on, six hours at a time.
  private static void goOn(List<FalseTime> times, int most, int pauseMillis)
      throws IOException, InterruptedException {
    for (int hours = 6; hours <= most; hours += 6) {
      for (FalseTime time : times) {
        time.set(Duration.ofHours(hours));
      }
      Thread.sleep(pauseMillis);
    }
  }

  private static List<Figure> heaps(List<Station> both) throws IOException {
    List<Figure> figures = new ArrayList<>();
    for (Station station : both) {
      station.ask(
          "/heap",
          bytes -> {
            long megabytes = Long.parseLong(bytes) >> 20;
            figures.add(
                Figure.aim(
                    "most heap in use at " + station.name,
                    megabytes + " MB",
                    "512 MB",
                    megabytes <= 512));
          });
    }
    return figures;
  }

  private static List<Figure> comesBack(Grounds grounds, long before, int messages)
      throws InterruptedException {
    Pair pair = grounds.pair;
    pair.weather(Weather.FINE);
    long from = System.nanoTime();
    Waiting.until(Duration.ofMinutes(20), () -> effects(pair.kh) > before);
    double first = (System.nanoTime() - from) / 1e9;
    long drained = System.nanoTime();
    boolean all =
        Waiting.until(
            Duration.ofMinutes(grounds.of(60, 10)), () -> effects(pair.kh) >= before + messages);
    double rate = messages / ((System.nanoTime() - drained) / 1e9);
    return List.of(
        Figure.aim(
            "first delivery after the return", "%.1f s".formatted(first), "20 s", first <= 20),
        Figure.aim("drained at", "%.0f a second".formatted(rate), "100 a second", rate >= 100),
        Figure.holds("all of it arrived", all));
  }

  private static long effects(Station station) throws SQLException {
    return station.number(EFFECTS);
  }
}

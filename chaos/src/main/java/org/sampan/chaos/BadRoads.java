package org.sampan.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Loss, latency, a narrow road, resets in the middle of a body, connections that swallow
/// everything, and a road that is shut.
final class BadRoads implements Trial {

  @Override
  public String title() {
    return "bad roads";
  }

  @Override
  public String story() {
    return "The line between the two countries loses data, is slow, is narrow, breaks off in the "
        + "middle of a letter, swallows what it is given, or is shut. Every letter must still "
        + "arrive, once and in order.";
  }

  @Override
  public List<Figure> run(Grounds grounds) throws IOException, SQLException, InterruptedException {
    Map<String, Weather> weathers = new LinkedHashMap<>();
    weathers.put("30 % loss", Weather.LOSSY);
    weathers.put("2 s latency", Weather.SLOW);
    weathers.put("64 kbit/s", Weather.NARROW);
    weathers.put("resets", Weather.BREAKING);
    weathers.put("swallowed", Weather.SWALLOWING);
    weathers.put("shut", Weather.CUT);
    List<Figure> figures = new ArrayList<>();
    int messages = grounds.of(300, 10);
    List<String[]> cases = Traffic.cases(grounds.pair.th, grounds.pair.kh.name, grounds.of(50, 5));
    for (Map.Entry<String, Weather> one : weathers.entrySet()) {
      grounds.pair.weather(one.getValue());
      // Else all but the first weather would pass while the sender waits for its next try.
      grounds.tryNow();
      try (Traffic traffic =
          Traffic.begin(grounds.pair, grounds.ledger, cases, messages, grounds.seed)) {
        Thread.sleep(grounds.of(60_000, 800));
        traffic.join();
      }
      long waiting = grounds.ledger.underWay();
      figures.add(
          Figure.told(one.getKey() + ": messages sent, still waiting", messages + ", " + waiting));
    }
    grounds.pair.weather(Weather.FINE);
    grounds.tryNow();
    long from = System.nanoTime();
    boolean rest = grounds.settle(Duration.ofMinutes(grounds.of(3, 10)));
    long took = (System.nanoTime() - from) / 1_000_000_000L;
    figures.add(
        Figure.aim("all of it arrived after the road was fine again", took + " s", "180 s", rest));
    figures.addAll(grounds.account());
    return figures;
  }
}

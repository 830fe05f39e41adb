package org.sampan.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The receiver's clock a day behind, a day ahead, and set right while it runs.
final class Clocks implements Trial {

  @Override
  public String title() {
    return "clocks 24 h off";
  }

  @Override
  public String story() {
    return "The receiver's clock is a day behind, a day ahead, and set right while it runs. All "
        + "letters must arrive all the same.";
  }

  @Override
  public List<Figure> run(Grounds grounds) throws IOException, SQLException, InterruptedException {
    Pair pair = grounds.pair;
    Optional<FalseTime> found = FalseTime.of(pair.kh);
    if (found.isEmpty()) {
      return List.of(Figure.told("clocks", FalseTime.ABSENT));
    }
    FalseTime time = found.get();
    List<Figure> figures = new ArrayList<>();
    List<String[]> cases = Traffic.cases(pair.th, pair.kh.name, grounds.of(50, 5));
    time.set(Duration.ofHours(-24));
    if (!pair.kh.runsWith(time.environment())) {
      pair.kh.kill(false);
      pair.kh.startAgain(time.environment());
    }
    for (Duration ahead : List.of(Duration.ofHours(-24), Duration.ofHours(24), Duration.ZERO)) {
      time.set(ahead);
      // It reads the time anew once a second.
      Thread.sleep(1_100);
      int messages = grounds.of(500, 20);
      try (Traffic traffic = Traffic.begin(pair, grounds.ledger, cases, messages, grounds.seed)) {
        traffic.join();
      }
      boolean arrived = grounds.settle(Duration.ofMinutes(grounds.of(5, 10)));
      figures.add(
          Figure.holds(
              messages + " messages arrived with the clock at %+d h".formatted(ahead.toHours()),
              arrived));
    }
    // Its clock is right again; that it can be turned stays until it is started anew.
    figures.addAll(grounds.account());
    return figures;
  }
}

package org.sampan.chaos;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.sampan.chaos.cost.ProcessorTime;

/// How many letters of 2 KB a second, end to end; how long one takes at 20 a second; and the same
/// payload by a plain HTTPS POST that is stored in the same PostgreSQL.
final class Pace implements Trial {

  private static final int IDLE = 20;

  private static final String BETWEEN =
      """
      select extract(epoch from max(r1_at) - min(created)) as seconds, count(*) as many,
             percentile_cont(0.5) within group (order by extract(epoch from r1_at - created)) * 1000 as half,
             percentile_cont(0.99) within group (order by extract(epoch from r1_at - created)) * 1000 as most
        from exchange.outbox where id = any(?)
      """;

  @Override
  public String title() {
    return "pace";
  }

  @Override
  public String story() {
    return "How fast letters of 2 KB go from one country to the other and are answered, and "
        + "beside it the least anybody could do instead: the same text, unsealed, posted over "
        + "HTTPS and stored.";
  }

  @Override
  public List<Figure> run(Grounds grounds) throws IOException, SQLException, InterruptedException {
    Pair pair = grounds.pair;
    List<Figure> figures = new ArrayList<>();
    List<String[]> cases = Traffic.cases(pair.th, pair.kh.name, 50);
    // The first letters warm the machine and do not count.
    send(grounds, cases, grounds.of(2_000, 20), 0);
    if (grounds.full) {
      figures.add(idle(pair));
    }
    ProcessorTime before = ProcessorTime.until(List.of(pair.th.pid(), pair.kh.pid()));
    Measured most = send(grounds, cases, grounds.of(6_000, 60), 0);
    ProcessorTime took = ProcessorTime.until(List.of(pair.th.pid(), pair.kh.pid())).since(before);
    Measured paced = send(grounds, cases, grounds.of(1_200, 40), 20);
    figures.add(
        Figure.aim(
            "as many as go, " + most.many() + " letters",
            "%.0f a second".formatted(most.rate()),
            "100 a second",
            most.rate() >= 100));
    figures.addAll(cost(took, most.many()));
    figures.add(
        Figure.aim(
            "at 20 a second, half within",
            "%.0f ms".formatted(paced.half()),
            "100 ms",
            paced.half() <= 100));
    figures.add(
        Figure.aim(
            "at 20 a second, 99 % within",
            "%.0f ms".formatted(paced.most()), "500 ms", paced.most() <= 500));
    PlainPost.Measured plain = PlainPost.measure(pair, grounds.of(6_000, 200));
    figures.add(Figure.told("plain HTTPS POST, stored", "%.0f a second".formatted(plain.rate())));
    figures.add(
        Figure.told(
            "a sealed, ordered, receipted letter costs",
            "%.1f plain posts".formatted(plain.rate() / most.rate())));
    figures.addAll(grounds.account());
    return figures;
  }

  private static List<Figure> cost(ProcessorTime took, long many) {
    return List.of(
        Figure.told(
            "processor time of a letter, both nodes and PostgreSQL",
            "%.2f ms".formatted(took.millisEach(many))),
        Figure.told("of it PostgreSQL", "%.2f ms".formatted(1000 * took.database() / many)));
  }

  /// What both nodes do without any letter: polling, checkpoints, housekeeping.
  private static Figure idle(Pair pair) throws InterruptedException {
    List<Long> both = List.of(pair.th.pid(), pair.kh.pid());
    ProcessorTime before = ProcessorTime.until(both);
    Thread.sleep(Duration.ofSeconds(IDLE));
    double millis = ProcessorTime.until(both).since(before).millisEach(IDLE);
    return Figure.told("processor time while nobody writes, a second", "%.0f ms".formatted(millis));
  }

  private record Measured(long many, double seconds, double half, double most) {
    double rate() {
      return many / seconds;
    }
  }

  private static Measured send(Grounds grounds, List<String[]> cases, int many, int aSecond)
      throws IOException, SQLException, InterruptedException {
    List<UUID> sent = java.util.Collections.synchronizedList(new ArrayList<>());
    int people = aSecond > 0 ? 1 : 6;
    List<Thread> all = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      int first = person;
      all.add(
          Thread.ofVirtual()
              .start(() -> {
                long next = System.nanoTime();
                for (int n = first; n < many; n += people) {
                  LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
                  next += aSecond > 0 ? 1_000_000_000L / aSecond : 0;
                  String[] one = cases.get(n % cases.size());
                  ask(
                      grounds,
                      "/send?person=%s&case=%s&to=kh&count=1".formatted(one[0], one[1]),
                      sent);
                }
              }));
    }
    for (Thread one : all) {
      one.join();
    }
    grounds.settle(Duration.ofMinutes(5));
    sent.forEach(grounds.ledger::told);
    try (Connection database = grounds.pair.th.database();
        PreparedStatement ask = database.prepareStatement(BETWEEN)) {
      ask.setArray(1, database.createArrayOf("uuid", sent.toArray()));
      ResultSet row = ask.executeQuery();
      row.next();
      return new Measured(
          row.getLong("many"),
          row.getDouble("seconds"),
          row.getDouble("half"),
          row.getDouble("most"));
    }
  }

  private static void ask(Grounds grounds, String what, List<UUID> sent) {
    try {
      grounds.pair.th.ask(what, id -> sent.add(UUID.fromString(id)));
    } catch (IOException down) {
      grounds.say("the sender's crew did not answer");
    }
  }
}

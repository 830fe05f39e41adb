package org.sampan.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// `kill -9` of the sender, the receiver and PostgreSQL while messages flow.
final class Kills implements Trial {

  /// What is killed.
  private enum Victim {
    SENDER,
    RECEIVER,
    SENDER_AND_ITS_DATABASE,
    RECEIVER_AND_ITS_DATABASE,
    DATABASE_OF_THE_SENDER,
    DATABASE_OF_THE_RECEIVER,
    CONNECTION_OF_THE_SENDER,
    CONNECTION_OF_THE_RECEIVER
  }

  private static final List<Victim> SLICE =
      List.of(
          Victim.CONNECTION_OF_THE_RECEIVER,
          Victim.DATABASE_OF_THE_RECEIVER,
          Victim.RECEIVER,
          Victim.SENDER_AND_ITS_DATABASE);

  @Override
  public String title() {
    return "kill -9";
  }

  @Override
  public String story() {
    return "A node or its database is ended without warning, as a machine short of memory does, while "
        + "letters are on their way, and is started again. Nothing may be lost or done twice.";
  }

  @Override
  public List<Figure> run(Grounds grounds) throws IOException, SQLException, InterruptedException {
    int messages = grounds.of(20_000, 150);
    int kills = grounds.of(200, 4);
    Random luck = new Random(grounds.seed);
    List<String[]> cases =
        Traffic.cases(grounds.pair.th, grounds.pair.kh.name, grounds.of(500, 20));
    Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
    try (Traffic traffic =
        Traffic.begin(grounds.pair, grounds.ledger, cases, messages, grounds.seed)) {
      // A share of the messages to every kill, so that all of them strike while messages flow.
      int share = messages / (kills + 1);
      traffic.holdBack((long) share * kills);
      for (int n = 0; n < kills; n++) {
        // The slice takes four that differ; the long way as luck will have it.
        Victim victim = grounds.full ? Victim.values()[luck.nextInt(8)] : SLICE.get(n);
        Thread.sleep(luck.nextInt(grounds.of(2_500, 400)));
        kill(grounds.pair, victim);
        if (grounds.full) {
          grounds.pair.await();
        }
        killed.merge(victim, 1, Integer::sum);
        traffic.letGo(share);
        if (grounds.full && n % 10 == 9) {
          grounds.say((n + 1) + " kills, " + grounds.ledger.told() + " messages committed");
        }
      }
      // In the slice both came back at once, each on a core of its own.
      grounds.pair.await();
      traffic.join();
    }
    grounds.tryNow();
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.told("kills", kills));
    killed.forEach((victim, times) ->
        figures.add(Figure.told(victim.name().toLowerCase(Locale.ROOT).replace('_', ' '), times)));
    figures.addAll(grounds.account());
    return figures;
  }

  private static void kill(Pair pair, Victim victim) throws IOException, InterruptedException {
    switch (victim) {
      case SENDER -> again(pair.th, false);
      case RECEIVER -> again(pair.kh, false);
      case SENDER_AND_ITS_DATABASE -> again(pair.th, true);
      case RECEIVER_AND_ITS_DATABASE -> again(pair.kh, true);
      case DATABASE_OF_THE_SENDER -> pair.th.killDatabase(true);
      case DATABASE_OF_THE_RECEIVER -> pair.kh.killDatabase(true);
      case CONNECTION_OF_THE_SENDER -> pair.th.killDatabase(false);
      case CONNECTION_OF_THE_RECEIVER -> pair.kh.killDatabase(false);
    }
  }

  private static void again(Station station, boolean databaseToo)
      throws IOException, InterruptedException {
    station.kill(databaseToo);
    station.start();
  }
}

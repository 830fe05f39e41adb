package org.sampan.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Every message one to five times and in any order, half of them after a restart: the sealed bytes
/// are taken from the sender's outbox while the road is shut, and posted by us.
final class Repeats implements Trial {

  private static final String QUEUED =
      "select sealed from exchange.outbox where state in ('QUEUED', 'SENDING')"
          + " and kind like 'referral.request/%'";

  @Override
  public String title() {
    return "repeated and shuffled";
  }

  @Override
  public String story() {
    return "Each letter is delivered one to five times and in any order, half of them after the "
        + "receiver was restarted, as bad networks and careless operators do. Each must count "
        + "once.";
  }

  @Override
  public List<Figure> run(Grounds grounds) throws IOException, SQLException, InterruptedException {
    Pair pair = grounds.pair;
    pair.weather(Weather.CUT);
    List<String[]> cases = Traffic.cases(pair.th, pair.kh.name, grounds.of(500, 10));
    try (Traffic traffic =
        Traffic.begin(pair, grounds.ledger, cases, grounds.of(3_000, 30), grounds.seed)) {
      traffic.join();
    }
    Random luck = new Random(grounds.seed);
    List<byte[]> posts = new ArrayList<>();
    for (byte[] sealed : queued(pair.th)) {
      posts.addAll(Collections.nCopies(1 + luck.nextInt(5), sealed));
    }
    Collections.shuffle(posts, luck);
    Map<Integer, Integer> answers = new TreeMap<>();
    int half = posts.size() / 2;
    post(pair.kh, posts.subList(0, half), answers);
    pair.kh.kill(false);
    pair.kh.startAgain(grounds.environment(pair.kh));
    post(pair.kh, posts.subList(half, posts.size()), answers);
    pair.weather(Weather.FINE);
    grounds.tryNow();
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.told("posts", posts.size()));
    long others =
        answers.entrySet().stream()
            .filter(one -> one.getKey() != 200)
            .mapToInt(Map.Entry::getValue)
            .sum();
    figures.add(Figure.zero("answers other than a receipt", others));
    figures.addAll(grounds.account());
    return figures;
  }

  static List<byte[]> queued(Station station) throws SQLException {
    List<byte[]> all = new ArrayList<>();
    try (Connection database = station.database();
        PreparedStatement ask = database.prepareStatement(QUEUED);
        ResultSet row = ask.executeQuery()) {
      while (row.next()) {
        all.add(row.getBytes(1));
      }
    }
    return all;
  }

  private static void post(Station station, List<byte[]> bodies, Map<Integer, Integer> answers)
      throws IOException, InterruptedException {
    try (Stranger stranger = new Stranger(station)) {
      for (byte[] body : bodies) {
        answers.merge(stranger.post("/x/v1/envelopes", body).status(), 1, Integer::sum);
      }
    }
  }

  /// Somebody with a machine on the same network, no more.
  static final class Stranger implements AutoCloseable {

    // The border lets 200 a second in from one address.
    private static final long PAUSE_NANOS = 6_000_000;

    private final HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Station station;
    private long next = System.nanoTime();

    Stranger(Station station) {
      this.station = station;
    }

    /// What came back.
    record Answer(int status, String body) {}

    Answer post(String path, byte[] body) throws IOException, InterruptedException {
      while (System.nanoTime() < next) {
        Thread.sleep(1);
      }
      next = System.nanoTime() + PAUSE_NANOS;
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + station.port + path))
              .timeout(Duration.ofSeconds(60))
              .header("Content-Type", "application/jose")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    }

    @Override
    public void close() {
      http.close();
    }
  }
}

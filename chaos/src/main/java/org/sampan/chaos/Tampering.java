package org.sampan.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Bits of a sealed message flipped on the way, textual variants, the message handed to the wrong
/// node, and junk: refused, nothing changed, nothing told.
final class Tampering implements Trial {

  private static final String STATE =
      "select (select count(*) from exchange.inbox) + (select count(*) from chaos.effect)"
          + " + (select count(*) from exchange.thread)";

  @Override
  public String title() {
    return "tampering at the wire";
  }

  @Override
  public String story() {
    return "Somebody on the network changes a sealed letter in single bits, hands it to the "
        + "wrong node, or sends junk. All of it must be refused, change nothing, and be told "
        + "nothing.";
  }

  @Override
  public List<Figure> run(Grounds grounds) throws IOException, SQLException, InterruptedException {
    Pair pair = grounds.pair;
    pair.weather(Weather.CUT);
    List<String[]> cases = Traffic.cases(pair.th, pair.kh.name, 1);
    try (Traffic traffic = Traffic.begin(pair, grounds.ledger, cases, 10, grounds.seed)) {
      traffic.join();
    }
    byte[] sealed = Repeats.queued(pair.th).getFirst();
    long posted = 0;
    long before = state(pair.kh) + state(pair.th);
    long accepted = 0;
    long talkative = 0;
    try (var border = new Repeats.Stranger(pair.kh);
        var wrongNode = new Repeats.Stranger(pair.th)) {
      for (var all = forged(sealed, grounds).iterator(); all.hasNext(); ) {
        byte[] one = all.next();
        posted++;
        var answer = border.post("/x/v1/envelopes", one);
        accepted += answer.status() < 400 ? 1 : 0;
        talkative += saysTooMuch(answer.body()) ? 1 : 0;
      }
      var answer = wrongNode.post("/x/v1/envelopes", sealed);
      accepted += answer.status() < 400 ? 1 : 0;
      talkative += saysTooMuch(answer.body()) ? 1 : 0;
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.told("forged posts", posted + 1));
    figures.add(Figure.zero("accepted", accepted));
    figures.add(Figure.zero("rows changed by them", state(pair.kh) + state(pair.th) - before));
    figures.add(Figure.zero("answers with a stack trace or a quotation", talkative));
    pair.weather(Weather.FINE);
    grounds.tryNow();
    figures.addAll(grounds.account());
    return figures;
  }

  /// One after the other: all of them at once would fill the memory.
  private static Stream<byte[]> forged(byte[] sealed, Grounds grounds) {
    int bits = sealed.length * 8;
    IntStream which =
        grounds.full ? IntStream.range(0, bits) : new Random(grounds.seed).ints(250, 0, bits);
    List<byte[]> variants = new ArrayList<>();
    String text = new String(sealed, StandardCharsets.US_ASCII);
    for (String variant :
        List.of(
            text + "=",
            text + "\n",
            " " + text,
            text + ".",
            text + "\0",
            text.toLowerCase(java.util.Locale.ROOT),
            text.replace('-', '+'),
            text.substring(1),
            text.substring(0, text.length() - 1),
            "",
            "{}",
            "null",
            "<xml/>",
            text + "." + text)) {
      byte[] bytes = variant.getBytes(StandardCharsets.UTF_8);
      if (!java.util.Arrays.equals(bytes, sealed)) {
        variants.add(bytes);
      }
    }
    return Stream.concat(which.mapToObj(bit -> flipped(sealed, bit)), variants.stream());
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] other = bytes.clone();
    other[bit / 8] ^= (byte) (1 << bit % 8);
    return other;
  }

  private static boolean saysTooMuch(String body) {
    // Signed refusals are one compact JWS; all else is a word or two.
    boolean jws = body.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    return !jws && body.length() > 20;
  }

  private static long state(Station station) throws SQLException {
    return station.number(STATE);
  }
}

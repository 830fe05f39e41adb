package org.sampan.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sampan.sealing.Checked;
import org.sampan.sealing.DecryptionKey;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Opener;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.Receipts;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.Statement;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;

/// Generated and mutated inputs against every parser that stands before cryptography: each is
/// refused; none crashes, hangs or makes the heap grow.
final class Fuzzing implements Trial {

  private static final Instant NOW = Clock.systemUTC().instant();
  private static final NodeId TH = new NodeId("th");
  private static final NodeId KH = new NodeId("kh");
  private static final String ODD = "{}[]\",:\\u0.eE-+tfn \n\0é=/_.AZ09";

  private final SigningKey signs = SigningKey.generate();
  private final DecryptionKey opens = DecryptionKey.generate();
  private final TrustList list =
      new TrustList(
          1,
          null,
          NOW.minusSeconds(60),
          NOW.plus(Duration.ofDays(30)),
          List.of(node(TH, signs.publicPart()), node(KH, opens.publicPart())));
  private final String signed = TrustLists.sign(list, List.of(signs));
  private final TrustLists.Anchor anchor = new TrustLists.Anchor(List.of(signs.publicPart()), 1);

  private static TrustedNode node(NodeId id, PublicPart part) {
    Instant from = NOW.minus(Duration.ofDays(1));
    return new TrustedNode(
        id,
        "TH",
        "government",
        TrustedNode.Status.ACTIVE,
        TrustedNode.Names.of(Map.of("en", "Invented")),
        null,
        List.of(new TrustedNode.Key(part, from, from.plus(Duration.ofDays(100)), null)),
        List.of("referral.request"),
        List.of());
  }

  @Override
  public String title() {
    return "fuzzed inputs";
  }

  @Override
  public List<Figure> run(Grounds grounds) {
    long inputs = grounds.of(10_000_000, 100_000);
    long thrown = 0;
    long accepted = 0;
    long slowest = 0;
    long heapAtFirst = 0;
    for (long turn = 0; turn < inputs; turn++) {
      Random random = new Random(grounds.seed * 1_000_003 + turn);
      long from = System.nanoTime();
      try {
        accepted += one(random, turn) ? 1 : 0;
      } catch (RuntimeException | StackOverflowError broken) {
        thrown++;
        grounds.say("seed " + grounds.seed + ", turn " + turn + ": " + broken.getClass().getName());
      }
      slowest = Math.max(slowest, System.nanoTime() - from);
      if (turn == inputs / 10) {
        heapAtFirst = heap();
      }
      if (grounds.full && turn % 1_000_000 == 999_999) {
        grounds.say((turn + 1) / 1_000_000 + " M inputs");
      }
    }
    long grown = (heap() - heapAtFirst) >> 20;
    return List.of(
        Figure.told("inputs", inputs),
        Figure.zero("threw", thrown),
        Figure.zero("accepted", accepted),
        Figure.holds(
            "none took a second (slowest %d ms)".formatted(slowest / 1_000_000),
            slowest < 1_000_000_000L),
        Figure.holds("heap flat (grown by %d MB)".formatted(grown), grown < 32));
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /// Whether it was accepted, which nothing here may be.
  private boolean one(Random random, long turn) {
    return switch ((int) (turn % 5)) {
      case 0 -> taken(Opener.open(noise(random), List.of(opens), list, KH, NOW));
      case 1 -> taken(Opener.open(likeAnEnvelope(random), List.of(opens), list, KH, NOW));
      case 2 -> taken(Receipts.check(likeAStatement(random), list, NOW));
      case 3 -> taken(Statement.check(likeAStatement(random), list, KH, NOW));
      default -> taken(TrustLists.check(bent(random), anchor, null, NOW));
    };
  }

  private static boolean taken(Checked<?> outcome) {
    return outcome instanceof Checked.Valid<?>;
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] likeAnEnvelope(Random random) {
    String header =
        "{\"alg\":\"ECDH-ES+A256KW\",\"cty\":\"JOSE\",\"enc\":\"A256GCM\",\"kid\":\""
            + opens.publicPart().kid()
            + "\",\"typ\":\"sampan+jwe\"}";
    String text =
        encode(mutated(header, random))
            + "."
            + letters(random)
            + "."
            + letters(random)
            + "."
            + letters(random)
            + "."
            + letters(random);
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private String likeAStatement(Random random) {
    String header =
        "{\"alg\":\"ES256\",\"kid\":\""
            + signs.publicPart().kid()
            + "\",\"typ\":\"sampan+statement\"}";
    String body = "{\"v\":1,\"kind\":\"sys.hello\",\"from\":\"th\",\"to\":\"kh\",\"body\":{}}";
    return encode(mutated(header, random))
        + "."
        + encode(mutated(body, random))
        + "."
        + letters(random);
  }

  /// The signed list with something out of place; never the list itself.
  private String bent(Random random) {
    String bent = mutated(signed, random);
    return bent.equals(signed) ? bent + " " : bent;
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int left = 1 + random.nextInt(3); left > 0 && !mutated.isEmpty(); left--) {
      int at = random.nextInt(mutated.length());
      int to = Math.min(mutated.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> mutated.setCharAt(at, odd(random));
        case 1 -> mutated.insert(at, odd(random));
        case 2 -> mutated.delete(at, to);
        default -> mutated.insert(at, mutated.substring(at, to));
      }
    }
    return mutated.toString();
  }

  private static String letters(Random random) {
    byte[] bytes = new byte[random.nextInt(48)];
    random.nextBytes(bytes);
    return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String encode(String text) {
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static char odd(Random random) {
    return ODD.charAt(random.nextInt(ODD.length()));
  }
}

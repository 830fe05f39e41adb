package org.sampan.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sampan.chaos.inputs.Bent;
import org.sampan.chaos.inputs.SealedInputs;
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

/// Generated and bent inputs against every parser that stands before cryptography, and others,
/// signed and sealed with true keys, against what stands behind it: none crashes, hangs or makes
/// the heap grow, and nothing is taken for what nobody signed.
final class Fuzzing implements Trial {

  private static final Instant NOW = Clock.systemUTC().instant();
  private static final NodeId TH = new NodeId("th");
  private static final NodeId KH = new NodeId("kh");
  private static final long SECOND = 1_000_000_000L;

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
  public boolean standsAlone() {
    return true;
  }

  /// What is tried once a turn. True when it took what it may not take.
  private interface Attempt {
    boolean taken(Random random, long turn);
  }

  @Override
  public String story() {
    return "Programs guess: random and bent inputs are thrown at everything that reads what "
        + "strangers send, and others, signed and sealed with true keys, at what stands behind "
        + "the seal. None may crash or stop the node, and none may be taken for a letter that "
        + "nobody signed.";
  }

  @Override
  public List<Figure> run(Grounds grounds) {
    SealedInputs sealed =
        new SealedInputs(new SealedInputs.Border(signs, opens, list, NOW), TH, KH);
    List<Figure> figures = new ArrayList<>();
    figures.addAll(
        volley(grounds, "before cryptography", grounds.of(10_000_000, 100_000), this::one));
    figures.addAll(
        volley(grounds, "through cryptography", grounds.of(100_000, 1_000), sealed::one));
    return figures;
  }

  private static List<Figure> volley(Grounds grounds, String where, long inputs, Attempt attempt) {
    long thrown = 0;
    long taken = 0;
    long slowest = 0;
    long heapAtFirst = 0;
    for (long turn = 0; turn < inputs; turn++) {
      long seed = grounds.seed * 1_000_003 + turn;
      long from = System.nanoTime();
      try {
        taken += attempt.taken(new Random(seed), turn) ? 1 : 0;
      } catch (RuntimeException | StackOverflowError broken) {
        thrown++;
        grounds.say("seed " + grounds.seed + ", turn " + turn + ": " + broken.getClass().getName());
      }
      long took = System.nanoTime() - from;
      slowest = Math.max(slowest, took < SECOND ? took : again(attempt, seed, turn, took));
      if (turn == inputs / 10) {
        heapAtFirst = heap();
      }
      if (grounds.full && turn % (inputs / 10) == inputs / 10 - 1) {
        grounds.say((turn + 1) + " inputs " + where);
      }
    }
    long grown = (heap() - heapAtFirst) >> 20;
    return List.of(
        Figure.told(where + ": inputs", inputs),
        Figure.zero(where + ": threw", thrown),
        Figure.zero(where + ": taken for what nobody signed", taken),
        Figure.holds(
            where + ": none took a second (slowest %d ms)".formatted(slowest / 1_000_000),
            slowest < SECOND),
        Figure.holds(where + ": heap flat (grown by %d MB)".formatted(grown), grown < 32));
  }

  /// What is slow is slow each time; what only waited for a busy machine is not. The least of
  /// three.
  private static long again(Attempt attempt, long seed, long turn, long took) {
    long least = took;
    for (int times = 0; times < 3; times++) {
      long from = System.nanoTime();
      try {
        attempt.taken(new Random(seed), turn);
      } catch (RuntimeException | StackOverflowError counted) {
        // It was counted the first time.
      }
      least = Math.min(least, System.nanoTime() - from);
    }
    return least;
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /// Whether it was accepted, which nothing here may be.
  private boolean one(Random random, long turn) {
    return switch ((int) (turn % 5)) {
      case 0 -> taken(Opener.open(Bent.noise(random, 200), List.of(opens), list, KH, NOW));
      case 1 -> taken(Opener.open(likeAnEnvelope(random), List.of(opens), list, KH, NOW));
      case 2 -> taken(Receipts.check(likeAStatement(random), list, NOW));
      case 3 -> taken(Statement.check(likeAStatement(random), list, KH, NOW));
      default -> taken(TrustLists.check(bent(random), anchor, null, NOW));
    };
  }

  private static boolean taken(Checked<?> outcome) {
    return outcome instanceof Checked.Valid<?>;
  }

  private byte[] likeAnEnvelope(Random random) {
    String header =
        "{\"alg\":\"ECDH-ES+A256KW\",\"cty\":\"JOSE\",\"enc\":\"A256GCM\",\"kid\":\""
            + opens.publicPart().kid()
            + "\",\"typ\":\"sampan+jwe\"}";
    String text =
        Bent.base64(Bent.text(header, random))
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
    return Bent.base64(Bent.text(header, random))
        + "."
        + Bent.base64(Bent.text(body, random))
        + "."
        + letters(random);
  }

  /// The signed list with something out of place; never the list itself.
  private String bent(Random random) {
    String bent = Bent.text(signed, random);
    return bent.equals(signed) ? bent + " " : bent;
  }

  private static String letters(Random random) {
    return Bent.base64(Bent.noise(random, 48));
  }
}

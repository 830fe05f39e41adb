package org.sampan.jobs.node;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.sampan.sealing.Letter;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SealedEnvelope;
import org.sampan.sealing.Sealer;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.SizeClass;

/// What is taken, who signed, and in time: the rules about a letter that no table can tell.
final class LetterRules {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private LetterRules() {}

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    taken(rules);
    signed(rules);
    signatures(rules);
    rules.add(
        timed(
            "created-ahead",
            "A letter dated more than a day ahead is refused.",
            Duration.ofHours(25),
            Duration.ofDays(9)));
    rules.add(
        timed(
            "expired",
            "A letter whose time is over is refused.",
            Duration.ofDays(-3),
            Duration.ofDays(-1)));
    rules.add(
        timed(
            "ends-before",
            "A letter that ends before it was written is refused.",
            Duration.ZERO,
            Duration.ofDays(-1)));
    rules.add(
        timed(
            "lives-long",
            "A letter that lives more than 366 days is refused.",
            Duration.ZERO,
            Duration.ofDays(400)));
    return rules;
  }

  private static void taken(List<Rule> rules) {
    rules.add(
        taken(
            "sound",
            "2.6",
            "A sound letter is stored and answered by a signed R1.",
            SizeClass.KIB_2));
    rules.add(
        taken("larger-class", "2.4", "A letter in a larger size class is taken.", SizeClass.KIB_8));
    rules.add(
        new Rule(
            "letter-later-member",
            "2.12",
            "A member of a later version is passed over.",
            bench -> {
              int status = bench.wire.letter(bench.bent(tree -> tree.put("zz", 1))).status();
              return status == 200 ? Optional.empty() : Optional.of("answered " + status);
            }));
  }

  private static Rule taken(String id, String section, String text, SizeClass size) {
    return new Rule(
        "letter-" + id,
        section,
        text,
        bench -> {
          Letter letter = bench.letter();
          SealedEnvelope sealed = Sealer.seal(letter, bench.peer.signs(), bench.target(), size);
          return bench.accepted(sealed, letter, bench.wire.letter(sealed.text()));
        });
  }

  private static void signed(List<Rule> rules) {
    rules.add(
        refused(
            "stranger",
            "2.10",
            "A letter signed by a key that is on no list is refused.",
            bench -> {
              SigningKey stranger = SigningKey.generate();
              return bench.inner(
                  Forge.signed(
                      Forge.innerHeader(stranger), bench.payload(bench.letter()), stranger));
            }));
    rules.add(
        refused(
            "borrowed-name",
            "2.10",
            "A letter that names another node's key is refused.",
            bench -> {
              SigningKey own = bench.peer.signs();
              String header = Forge.innerHeader(own).replace(own.kid(), keyOf(bench));
              return bench.inner(Forge.signed(header, bench.payload(bench.letter()), own));
            }));
  }

  private static String keyOf(Bench bench) {
    return bench.trusted.list().node(bench.node).orElseThrow().keys().stream()
        .filter(key -> key.part().use() == PublicPart.Use.SIGN)
        .findFirst()
        .orElseThrow()
        .part()
        .kid();
  }

  private static void signatures(List<Rule> rules) {
    rules.add(
        refused(
            "mirrored",
            "2.4",
            "The mirrored form of a signature is refused.",
            bench -> bench.inner(Forge.mirrored(inner(bench)))));
    rules.add(
        refused(
            "signature-other",
            "2.4",
            "A signature over other words is refused.",
            bench -> {
              String one = inner(bench);
              String two = inner(bench);
              return bench.inner(
                  one.substring(0, one.lastIndexOf('.')) + two.substring(two.lastIndexOf('.')));
            }));
    rules.add(
        refused(
            "signature-empty",
            "2.4",
            "An empty signature is refused.",
            bench -> {
              String inner = inner(bench);
              return bench.inner(inner.substring(0, inner.lastIndexOf('.') + 1));
            }));
  }

  private static String inner(Bench bench) {
    return bench.sealed(bench.letter()).innerJws();
  }

  private static Rule timed(String id, String text, Duration created, Duration notAfter) {
    return refused(
        id,
        "2.11",
        text,
        bench -> {
          Instant now = bench.now;
          return bench.bent(tree ->
              tree.put("created", TIME.format(now.plus(created)))
                  .put("notAfter", TIME.format(now.plus(notAfter))));
        });
  }

  private static Rule refused(
      String id, String section, String text, Function<Bench, String> forged) {
    return new Rule("letter-" + id, section, text, bench -> bench.refused(forged.apply(bench)));
  }
}

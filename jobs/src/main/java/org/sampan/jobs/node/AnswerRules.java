package org.sampan.jobs.node;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.Statement;

/// Receipts given again, and what nodes say to each other about themselves.
final class AnswerRules {

  private AnswerRules() {}

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    receipts(rules);
    withoutRight(rules);
    hellos(rules);
    times(rules);
    return rules;
  }

  private static void receipts(List<Rule> rules) {
    rules.add(
        new Rule(
            "receipt-again",
            "2.14",
            "The stored receipt is given again to whom it belongs.",
            bench -> {
              Letter letter = bench.letter();
              Wire.Answer first = bench.wire.letter(bench.sealed(letter).text());
              Wire.Answer again = receipt(bench, letter.id().toString(), bench.peer.signs());
              return when(!first.body().equals(again.body()), "answered " + again.status());
            }));
    rules.add(
        new Rule(
            "receipt-stranger",
            "2.11",
            "A stranger's statement gets no receipt.",
            bench -> {
              Letter letter = bench.letter();
              bench.wire.letter(bench.sealed(letter).text());
              return Bench.refused(receipt(bench, letter.id().toString(), SigningKey.generate()));
            }));
    rules.add(
        new Rule(
            "receipt-unasked",
            "2.11",
            "Without a statement there is no receipt.",
            bench -> {
              Letter letter = bench.letter();
              bench.wire.letter(bench.sealed(letter).text());
              return Bench.refused(
                  bench.wire.get("/x/v1/receipts/" + letter.id(), "Accept", "application/jose"));
            }));
  }

  private static void withoutRight(List<Rule> rules) {
    rules.add(
        new Rule(
            "receipt-unknown",
            "2.11",
            "Of a letter nobody sent there is no receipt.",
            bench ->
                Bench.refused(receipt(bench, UUID.randomUUID().toString(), bench.peer.signs()))));
    rules.add(
        new Rule(
            "receipt-malformed",
            "2.11",
            "An identifier that is none finds nothing.",
            bench -> Bench.shut(receipt(bench, "..%2f..%2fetc", bench.peer.signs()))));
  }

  private static void hellos(List<Rule> rules) {
    rules.add(
        new Rule(
            "hello-answered",
            "2.7",
            "A hello is answered by a signed statement that names it.",
            bench ->
                when(
                    bench.answer(bench.hello("{\"all\":false}")).isEmpty(),
                    "no signed answer to it")));
    rules.add(
        new Rule(
            "hello-once",
            "2.11",
            "The same hello is not taken twice.",
            bench -> {
              String hello = bench.hello("{\"all\":false}").sign(bench.peer.signs());
              bench.wire.hello(hello);
              return Bench.refused(bench.wire.hello(hello));
            }));
    rules.add(
        hello(
            "stale",
            "A hello of the day before yesterday is refused.",
            bench -> said(bench, bench.node, "sys.hello", Duration.ofHours(-49))));
    rules.add(
        hello(
            "ahead",
            "A hello of the day after tomorrow is refused.",
            bench -> said(bench, bench.node, "sys.hello", Duration.ofHours(49))));
    rules.add(
        hello(
            "elsewhere",
            "A hello to another node is refused.",
            bench -> said(bench, new NodeId("somebody"), "sys.hello", Duration.ZERO)));
  }

  private static void times(List<Rule> rules) {
    rules.add(
        hello(
            "kind",
            "A statement of another kind is no hello.",
            bench -> said(bench, bench.node, "sys.nothing", Duration.ZERO)));
    rules.add(
        new Rule(
            "hello-forged",
            "2.11",
            "A hello signed by a stranger is refused.",
            bench ->
                Bench.refused(
                    bench.wire.hello(bench.hello("{\"all\":true}").sign(SigningKey.generate())))));
    rules.add(
        new Rule(
            "hello-letter",
            "2.4",
            "A letter is no hello.",
            bench -> Bench.refused(bench.wire.hello(bench.sealed(bench.letter()).innerJws()))));
    rules.add(
        new Rule(
            "hello-large",
            "2.11",
            "A hello above its limit is refused.",
            bench ->
                Bench.refused(
                    bench.wire.post(
                        "/x/v1/hello",
                        "a".repeat(Statement.MAX_BYTES + 1).getBytes(StandardCharsets.US_ASCII),
                        "application/jose"))));
  }

  private static Rule hello(String id, String text, Function<Bench, Statement> said) {
    return new Rule(
        "hello-" + id,
        "2.11",
        text,
        bench -> Bench.refused(bench.wire.hello(said.apply(bench).sign(bench.peer.signs()))));
  }

  private static Statement said(Bench bench, NodeId to, String kind, Duration shift) {
    return Statement.of(
        kind, bench.peer.id(), to, bench.now.plus(shift), CanonicalJson.of("{\"all\":false}"));
  }

  private static Wire.Answer receipt(Bench bench, String id, SigningKey key) {
    Statement asked =
        Statement.of("sys.receipt", bench.peer.id(), bench.node, bench.now, CanonicalJson.of("{}"));
    return bench.wire.get("/x/v1/receipts/" + id, "Sampan-Statement", asked.sign(key));
  }

  private static Optional<String> when(boolean wrong, String what) {
    return wrong ? Optional.of(what) : Optional.empty();
  }
}

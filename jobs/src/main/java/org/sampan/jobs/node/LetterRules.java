package org.sampan.jobs.node;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.Sealer;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.SizeClass;
import tools.jackson.databind.node.ObjectNode;

/// What is signed: by whom, in what form, and what it may say.
final class LetterRules {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private LetterRules() {}

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    accepted(rules);
    signatures(rules);
    forms(rules);
    route(rules);
    fields(rules);
    return rules;
  }

  private static void accepted(List<Rule> rules) {
    rules.add(
        new Rule(
            "letter-sound",
            "2.6",
            "A sound letter is stored and answered by a signed R1.",
            bench -> {
              var letter = bench.letter();
              var sealed = bench.sealed(letter);
              return bench.accepted(sealed, letter, bench.wire.letter(sealed.text()));
            }));
    rules.add(
        new Rule(
            "letter-larger-class",
            "2.4",
            "A letter in a larger size class is taken.",
            bench -> {
              var letter = bench.letter();
              var sealed = Sealer.seal(letter, bench.peer.signs(), bench.target(), SizeClass.KIB_8);
              return bench.accepted(sealed, letter, bench.wire.letter(sealed.text()));
            }));
    rules.add(
        new Rule(
            "letter-unknown-member",
            "2.12",
            "A member of a later version is passed over.",
            bench -> {
              var answer = bench.wire.letter(bench.bent(tree -> tree.put("zz", 1)));
              return answer.status() == 200
                  ? Optional.empty()
                  : Optional.of("answered " + answer.status());
            }));
  }

  private static void signatures(List<Rule> rules) {
    rules.add(
        header("alg-none", "An unsigned letter is refused.", h -> h.replace("ES256", "none")));
    rules.add(
        header(
            "alg-hs256",
            "A letter under a shared secret is refused.",
            h -> h.replace("ES256", "HS256")));
    rules.add(
        header(
            "alg-es384",
            "An algorithm beside the list's is refused.",
            h -> h.replace("ES256", "ES384")));
    rules.add(
        header(
            "jwk",
            "A key inside the letter is refused.",
            h -> h.replace("\"kid\"", "\"jwk\":{},\"kid\"")));
    rules.add(
        header(
            "typ",
            "What was signed for another purpose is refused.",
            h -> h.replace("sampan+jws", "sampan+receipt")));
    rules.add(
        header(
            "crit",
            "A critical parameter in the letter is refused.",
            h -> h.replace("{\"alg\":\"ES256\"", "{\"alg\":\"ES256\",\"crit\":[\"b64\"]")));
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
              String own =
                  bench.trusted.list().node(bench.node).orElseThrow().keys().stream()
                      .filter(k -> k.part().use() == PublicPart.Use.SIGN)
                      .findFirst()
                      .orElseThrow()
                      .part()
                      .kid();
              String header =
                  Forge.innerHeader(bench.peer.signs()).replace(bench.peer.signs().kid(), own);
              return bench.inner(
                  Forge.signed(header, bench.payload(bench.letter()), bench.peer.signs()));
            }));
    rules.add(
        refused(
            "mirrored",
            "2.4",
            "The mirrored form of a signature is refused.",
            bench -> bench.inner(Forge.mirrored(bench.sealed(bench.letter()).innerJws()))));
    rules.add(
        refused(
            "signature-other",
            "2.4",
            "A signature over other words is refused.",
            bench -> {
              String one = bench.sealed(bench.letter()).innerJws();
              String two = bench.sealed(bench.letter()).innerJws();
              return bench.inner(
                  one.substring(0, one.lastIndexOf('.')) + two.substring(two.lastIndexOf('.')));
            }));
    rules.add(
        refused(
            "signature-empty",
            "2.4",
            "An empty signature is refused.",
            bench -> {
              String inner = bench.sealed(bench.letter()).innerJws();
              return bench.inner(inner.substring(0, inner.lastIndexOf('.') + 1));
            }));
  }

  private static void forms(List<Rule> rules) {
    rules.add(
        text(
            "not-padded",
            "A letter of none of the five sizes is refused.",
            p -> p.replace("\"pad\":\"0", "\"pad\":\"")));
    rules.add(
        text(
            "layout",
            "A payload in another layout is refused.",
            p -> p.replace("\"pad\":\"000", "\"pad\": \"00")));
    rules.add(
        text(
            "twice",
            "A payload that names a member twice is refused.",
            p ->
                p.replace("\"pad\":\"00000000000000000000", "\"pad\":\"\",\"pad\":\"0000000000")
                    .replaceFirst("0\"", "\"")));
    rules.add(
        text(
            "bom",
            "A byte order mark is refused.",
            p -> "\uFEFF" + p.replace("\"pad\":\"000", "\"pad\":\"")));
    rules.add(
        text(
            "fraction",
            "A number that is not whole is refused.",
            p -> p.replace("\"seq\":1,", "\"seq\":1.0,").replace("\"pad\":\"00", "\"pad\":\"")));
    rules.add(
        text(
            "surrogate",
            "Half a character is refused.",
            p -> p.replace("\"purpose\":\"sys.test\"", "\"purpose\":\"\\ud800te\"")));
    rules.add(
        text(
            "deep",
            "JSON nested beyond 32 is refused.",
            p -> "{\"a\":".repeat(40) + "1" + "}".repeat(40)));
    rules.add(text("no-json", "A payload that is no JSON is refused.", p -> "0".repeat(1383)));
  }

  private static void route(List<Rule> rules) {
    rules.add(bent("v-0", "2.12", "A letter of version 0 is refused.", t -> t.put("v", 0)));
    rules.add(
        bent("v-2", "2.12", "A letter of an unknown version is refused.", t -> t.put("v", 2)));
    rules.add(
        bent(
            "id-random",
            "2.4",
            "An identifier that is no UUID of version 7 is refused.",
            t -> t.put("id", "7e1d4c52-5b0a-4a39-9d51-2c6a6a5a4f10")));
    rules.add(
        bent(
            "from-other",
            "2.4",
            "A letter in another node's name is refused.",
            t -> t.put("from", "somebody")));
    rules.add(
        bent(
            "to-other",
            "2.4",
            "A letter for another node is refused, so none can be passed on.",
            t -> t.put("to", "somebody")));
    rules.add(
        bent(
            "to-self",
            "2.4",
            "A letter from a node to itself is refused.",
            t -> t.put("from", t.get("to").stringValue())));
    rules.add(
        bent(
            "kind-not-allowed",
            "2.10",
            "A kind the list does not allow on probation is refused.",
            t -> t.put("kind", "referral.request/1.0")));
    rules.add(
        bent(
            "kind-malformed",
            "2.12",
            "A kind without a version is refused.",
            t -> t.put("kind", "sys.test")));
    rules.add(bent("seq-0", "2.8", "Number 0 is refused.", t -> t.put("seq", 0)));
    rules.add(bent("seq-negative", "2.8", "A negative number is refused.", t -> t.put("seq", -1)));
    rules.add(
        bent(
            "seq-first-prev",
            "2.8",
            "A first letter that names a letter before it is refused.",
            t -> t.put("prev", "0".repeat(64))));
    rules.add(
        bent(
            "seq-no-prev",
            "2.8",
            "A later letter that names none before it is refused.",
            t -> t.put("seq", 2)));
    rules.add(
        bent(
            "prev-malformed",
            "2.8",
            "A digest in another form is refused.",
            t -> t.put("seq", 2).put("prev", "0")));
  }

  private static void fields(List<Rule> rules) {
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
    rules.add(
        bent(
            "time-form",
            "2.4",
            "A time in another spelling is refused.",
            t -> t.put("created", "2026-11-22T00:00:00Z")));
    rules.add(
        bent(
            "urgency", "2.4", "An urgency nobody knows is refused.", t -> t.put("urgency", "now")));
    rules.add(
        bent(
            "consent-state",
            "2.4",
            "A consent without its record is refused.",
            t ->
                t.set(
                    "consent", t.objectNode().put("state", "given").set("scope", t.arrayNode()))));
    rules.add(
        bent(
            "approver-is-author",
            "2.5",
            "An approver who is the author is refused.",
            t ->
                ((ObjectNode) t.get("actor"))
                    .put(
                        "approver", ((ObjectNode) t.get("actor")).get("pseudonym").stringValue())));
    rules.add(bent("no-body", "2.4", "A letter without a body is refused.", t -> t.remove("body")));
    rules.add(
        bent(
            "no-trust",
            "2.10",
            "A letter that names no trust list is refused.",
            t -> t.remove("trust")));
    rules.add(
        bent(
            "body-text",
            "2.4",
            "A body that is no object is refused.",
            t -> t.put("body", "text")));
    rules.add(
        bent(
            "schema-hash",
            "2.12",
            "A schema without a sound hash is refused.",
            t -> ((ObjectNode) t.get("schema")).put("sha256", "abc")));
    rules.add(
        bent(
            "purpose-turned",
            "2.4",
            "A text that turns the writing around is refused.",
            t -> t.put("purpose", "a\u202eb")));
    rules.add(
        bent(
            "purpose-empty",
            "2.4",
            "A letter without a purpose is refused.",
            t -> t.put("purpose", " ")));
    rules.add(
        bent("null", "2.4", "A member that is null is refused.", t -> t.putNull("inReplyTo")));
  }

  private static Rule timed(String id, String text, Duration created, Duration notAfter) {
    return refused(
        id,
        "2.11",
        text,
        bench -> {
          Instant made = bench.now.plus(created);
          return bench.bent(t ->
              t.put("created", TIME.format(made))
                  .put("notAfter", TIME.format(bench.now.plus(notAfter))));
        });
  }

  private static Rule header(String id, String text, UnaryOperator<String> bend) {
    return refused(
        id,
        "2.4",
        text,
        bench ->
            bench.inner(
                Forge.signed(
                    bend.apply(Forge.innerHeader(bench.peer.signs())),
                    bench.payload(bench.letter()),
                    bench.peer.signs())));
  }

  private static Rule text(String id, String text, UnaryOperator<String> bend) {
    return refused(id, "2.4", text, bench -> bench.text(bend.apply(bench.payload(bench.letter()))));
  }

  private static Rule bent(String id, String section, String text, Consumer<ObjectNode> bend) {
    return refused(id, section, text, bench -> bench.bent(bend));
  }

  private static Rule refused(
      String id, String section, String text, Function<Bench, String> forged) {
    return new Rule("letter-" + id, section, text, bench -> bench.refused(forged.apply(bench)));
  }
}

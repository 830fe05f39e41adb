package org.sampan.jobs.node;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sampan.sealing.Notice;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;

/// The doors themselves: sizes, media, what is not there; and who can change whom a node trusts.
final class DoorRules {

  private static final int MIB = 1024 * 1024;
  private static final String JOSE = "application/jose";
  private static final String LETTERS = "/x/v1/envelopes";
  private static final String TRUST = "/x/v1/trust";

  private DoorRules() {}

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    doors(rules);
    shut(rules);
    trust(rules);
    forged(rules);
    borrowed(rules);
    return rules;
  }

  private static void doors(List<Rule> rules) {
    rules.add(posted("empty", "Nothing at all is refused.", "", JOSE));
    rules.add(posted("large", "More than 1 MiB is refused.", "a".repeat(MIB + 1), JOSE));
    rules.add(posted("junk", "Junk of the largest size is refused.", "a.".repeat(MIB / 2), JOSE));
    rules.add(
        posted(
            "form",
            "A form of a web page is refused.",
            "a=b",
            "application/x-www-form-urlencoded"));
    rules.add(posted("html", "A web page is refused.", "<html>", "text/html"));
    rules.add(
        new Rule(
            "door-method",
            "2.14",
            "Letters cannot be read at the door where they are left.",
            bench -> Bench.shut(bench.wire.method("GET", LETTERS))));
    rules.add(
        new Rule(
            "door-delete",
            "2.14",
            "Nothing can be deleted from outside.",
            bench -> Bench.shut(bench.wire.method("DELETE", LETTERS))));
    rules.add(
        new Rule(
            "door-elsewhere",
            "2.14",
            "Beside the doors there is nothing.",
            bench -> Bench.shut(bench.wire.method("GET", "/x/v1/nothing"))));
  }

  private static void shut(List<Rule> rules) {
    rules.add(
        new Rule(
            "door-header",
            "2.11",
            "A request header beyond its limit is refused.",
            bench -> {
              Wire.Answer answer =
                  bench.wire.get("/x/v1/receipts/a", "Sampan-Statement", "a".repeat(60_000));
              return answer.status() == 0 ? Optional.empty() : Bench.shut(answer);
            }));
    rules.add(
        new Rule(
            "door-after-all",
            "2.11",
            "After all of that a sound letter is still taken.",
            bench -> {
              var letter = bench.letter();
              var sealed = bench.sealed(letter);
              return bench.accepted(sealed, letter, bench.wire.letter(sealed.text()));
            }));
  }

  private static void trust(List<Rule> rules) {
    rules.add(
        new Rule(
            "trust-known",
            "2.10",
            "The list in force is known.",
            bench ->
                offered(bench, bench.listText).status() == 200
                    ? Optional.empty()
                    : Optional.of("the list in force was not recognised")));
    rules.add(
        new Rule(
            "trust-told",
            "2.10",
            "A node hands on the list it goes by.",
            bench ->
                bench.wire.method("GET", TRUST).body().contains(bench.listText)
                    ? Optional.empty()
                    : Optional.of("it does not show the list in force")));
    rules.add(
        trust(
            "stranger",
            "A list signed by strangers is refused.",
            bench -> TrustLists.sign(next(bench), List.of(SigningKey.generate()))));
    rules.add(
        trust(
            "self",
            "A list signed by a node is refused.",
            bench -> TrustLists.sign(next(bench), List.of(bench.peer.signs()))));
    rules.add(
        trust(
            "unsigned",
            "A list that nobody signed is refused.",
            bench -> TrustLists.sign(next(bench), List.of())));
  }

  private static void forged(List<Rule> rules) {
    rules.add(
        trust(
            "borrowed",
            "Signatures of another list are refused.",
            bench -> {
              String forged = TrustLists.sign(next(bench), List.of());
              String payload = forged.substring(0, forged.indexOf("\"signatures\""));
              return payload + bench.listText.substring(bench.listText.indexOf("\"signatures\""));
            }));
    rules.add(
        trust(
            "one-more",
            "A signature by a stranger beside the right ones spoils a list.",
            bench -> TrustLists.addSignature(bench.listText, SigningKey.generate())));
    rules.add(
        trust(
            "layout",
            "A list in another layout is refused.",
            bench -> bench.listText.replace(",\"signatures\"", ", \"signatures\"")));
    rules.add(trust("junk", "What is no list is refused.", bench -> "{}"));
    rules.add(
        trust(
            "revocation",
            "No node revokes a key.",
            bench ->
                Notice.sign(
                    new Notice.Revoked(
                        bench.peer.id(), bench.peer.signs().kid(), bench.now, bench.now),
                    List.of(bench.peer.signs()))));
  }

  private static void borrowed(List<Rule> rules) {
    rules.add(
        trust(
            "suspension",
            "No node suspends another.",
            bench ->
                Notice.sign(
                    new Notice.Suspended(bench.node, bench.now), List.of(bench.peer.signs()))));
    rules.add(
        new Rule(
            "trust-unmoved",
            "2.10",
            "After all of that the list in force is the same.",
            bench ->
                bench.wire.method("GET", TRUST).body().contains(bench.listText)
                    ? Optional.empty()
                    : Optional.of("the list has changed")));
  }

  private static TrustList next(Bench bench) {
    TrustList list = bench.trusted.list();
    return new TrustList(
        list.version() + 1,
        bench.trusted.mark().sha256(),
        bench.now,
        bench.now.plus(Duration.ofDays(9)),
        list.nodes());
  }

  private static Wire.Answer offered(Bench bench, String text) {
    return bench.wire.post(TRUST, text.getBytes(StandardCharsets.UTF_8), "text/plain");
  }

  private static Rule trust(String id, String text, Function<Bench, String> forged) {
    return new Rule(
        "trust-" + id, "2.10", text, bench -> Bench.refused(offered(bench, forged.apply(bench))));
  }

  private static Rule posted(String id, String text, String body, String mediaType) {
    return new Rule(
        "door-" + id,
        "2.11",
        text,
        bench ->
            Bench.refused(
                bench.wire.post(LETTERS, body.getBytes(StandardCharsets.UTF_8), mediaType)));
  }
}

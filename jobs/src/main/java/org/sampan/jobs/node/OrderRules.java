package org.sampan.jobs.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.SealedEnvelope;

/// Repetition and order.
final class OrderRules {

  private OrderRules() {}

  /// A thread begun at the node, and the identity of its first letter.
  private record Begun(Bench bench, UUID thread, Digest first) {

    static Begun at(Bench bench) {
      UUID thread = UUID.randomUUID();
      return new Begun(bench, thread, store(bench, thread, 1, null));
    }

    /// The letter after the first.
    Letter second() {
      return bench.letter(thread, 2, first, "{}");
    }
  }

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    repetition(rules);
    sealedAnew(rules);
    order(rules);
    gaps(rules);
    filled(rules);
    return rules;
  }

  private static void repetition(List<Rule> rules) {
    rules.add(
        new Rule(
            "order-same-again",
            "2.5",
            "The same bytes again are answered with the same receipt.",
            bench -> {
              String sealed = bench.sealed(bench.letter()).text();
              Wire.Answer first = bench.wire.letter(sealed);
              Wire.Answer again = bench.wire.letter(sealed);
              return when(
                  first.status() != 200 || !first.equals(again), "a repeat was answered otherwise");
            }));
    rules.add(
        new Rule(
            "order-same-identifier",
            "2.5",
            "Two letters under one identifier are refused by signature.",
            bench -> {
              UUID thread = UUID.randomUUID();
              Letter one = bench.letter(thread, 1, null, "{}");
              bench.wire.letter(bench.sealed(one).text());
              Letter other =
                  new Letter(
                      one.id(),
                      one.route(),
                      one.order(),
                      one.life(),
                      one.terms(),
                      one.actor(),
                      new Letter.Content(CanonicalJson.of("{\"other\":1}"), one.content().schema()),
                      one.knowledge());
              return bench.bounced(bench.sealed(other).text());
            }));
  }

  private static void sealedAnew(List<Rule> rules) {
    rules.add(
        new Rule(
            "order-same-number",
            "2.8",
            "Two letters under one number are refused by signature.",
            bench -> {
              UUID thread = Begun.at(bench).thread();
              return bench.bounced(bench.sealed(bench.letter(thread, 1, null, "{\"a\":1}")).text());
            }));
    rules.add(
        new Rule(
            "order-sealed-anew",
            "2.4",
            "A letter sealed anew is the same letter, not a second one.",
            bench -> {
              Letter letter = bench.letter();
              SealedEnvelope first = bench.sealed(letter);
              bench.wire.letter(first.text());
              String anew = bench.inner(first.innerJws());
              Wire.Answer answer = bench.wire.letter(anew);
              return when(answer.status() != 200, "answered " + answer.status());
            }));
  }

  private static void order(List<Rule> rules) {
    rules.add(
        new Rule(
            "order-follows",
            "2.8",
            "The next letter, naming the one before it, is stored.",
            bench -> {
              return stored(bench, Begun.at(bench).second());
            }));
    rules.add(
        new Rule(
            "order-fork",
            "2.8",
            "A letter that names another history is refused by signature.",
            bench -> {
              UUID thread = Begun.at(bench).thread();
              return bench.bounced(
                  bench.sealed(bench.letter(thread, 2, Digest.of("another"), "{}")).text());
            }));
    rules.add(
        new Rule(
            "order-gap-stored",
            "2.5",
            "A letter that comes early is stored and held.",
            bench -> {
              return stored(bench, bench.letter(UUID.randomUUID(), 3, Digest.of("second"), "{}"));
            }));
  }

  private static void gaps(List<Rule> rules) {
    rules.add(
        new Rule(
            "order-gap-told",
            "2.8",
            "After a restore a node is told what came, and what came early.",
            bench -> {
              Begun begun = Begun.at(bench);
              store(bench, begun.thread(), 3, bench.sealed(begun.second()).identity());
              String told = told(bench, begun.thread());
              return when(
                  !told.contains("\"number\":1,") || !told.contains("\"number\":3"),
                  "the answer tells neither: " + told.length() + " characters");
            }));
    rules.add(
        new Rule(
            "order-gap-filled",
            "2.8",
            "When the missing letter comes, the thread is whole.",
            bench -> {
              Begun begun = Begun.at(bench);
              SealedEnvelope sealed = bench.sealed(begun.second());
              store(bench, begun.thread(), 3, sealed.identity());
              bench.wire.letter(sealed.text());
              return when(
                  !told(bench, begun.thread()).contains("\"number\":3,"),
                  "the thread has still a gap");
            }));
  }

  private static void filled(List<Rule> rules) {
    rules.add(
        new Rule(
            "order-others-go-on",
            "2.8",
            "A gap in one thread holds up no other.",
            bench -> {
              store(bench, UUID.randomUUID(), 2, Digest.of("first"));
              return stored(bench, bench.letter());
            }));
    rules.add(
        new Rule(
            "order-refused-leaves-nothing",
            "2.5",
            "What was refused leaves no trace in the thread.",
            bench -> {
              UUID thread = UUID.randomUUID();
              bench.wire.letter(bench.bent(t -> t.put("case", thread.toString()).put("v", 2)));
              return when(told(bench, thread).contains(thread.toString()), "a thread was begun");
            }));
  }

  /// Hands a letter in: nothing when the node says that it stored it.
  private static Optional<String> stored(Bench bench, Letter letter) {
    SealedEnvelope sealed = bench.sealed(letter);
    return bench.accepted(sealed, letter, bench.wire.letter(sealed.text()));
  }

  /// Stores a letter and gives its identity.
  private static Digest store(Bench bench, UUID thread, long seq, @Nullable Digest prev) {
    SealedEnvelope sealed = bench.sealed(bench.letter(thread, seq, prev, "{}"));
    bench.wire.letter(sealed.text());
    return sealed.identity();
  }

  /// What the node tells of this thread, page by page; nothing when it knows none.
  private static String told(Bench bench, UUID thread) {
    String from = "";
    for (int page = 0; page < 50; page++) {
      Optional<CanonicalJson> answer = bench.answer(bench.hello("{" + from + "\"all\":true}"));
      String text = answer.map(CanonicalJson::text).orElse("");
      int at = text.indexOf(thread.toString());
      if (at >= 0) {
        int begin = Math.max(text.lastIndexOf("{\"beyond\"", at), 0);
        int end = text.indexOf("\"sent\"", at);
        return text.substring(begin, end < 0 ? text.length() : end);
      }
      int next = text.indexOf("\"next\":\"");
      if (next < 0) {
        return "";
      }
      from = "\"after\":\"" + text.substring(next + 8, next + 44) + "\",";
    }
    return "";
  }

  private static Optional<String> when(boolean wrong, String what) {
    return wrong ? Optional.of(what) : Optional.empty();
  }
}

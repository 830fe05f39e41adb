package org.sampan.jobs.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.sampan.sealing.DecryptionKey;

/// The cover of an envelope: one form, one set of algorithms, and nothing else opens.
final class CoverRules {

  private static final String SECTION = "2.4";

  private CoverRules() {}

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    rules.add(
        new Rule(
            "cover-kid-unknown",
            "2.7",
            "An envelope to a key the node does not hold is refused by signature.",
            bench ->
                bench.bounced(
                    Forge.cover(DecryptionKey.generate().publicPart())
                        .around(bench.sealed(bench.letter()).innerJws()))));
    text(rules);
    bits(rules);
    return rules;
  }

  private static void text(List<Rule> rules) {
    rules.add(form("padding", "Trailing padding is refused.", s -> s + "="));
    rules.add(form("newline", "A trailing newline is refused.", s -> s + "\n"));
    rules.add(form("space", "A leading space is refused.", s -> " " + s));
    rules.add(
        form("four-parts", "Four parts are refused.", s -> s.substring(0, s.lastIndexOf('.'))));
    rules.add(form("six-parts", "Six parts are refused.", s -> s + ".AAAA"));
    rules.add(form("spare-bits", "Spare bits of base64url are refused.", s -> spare(s)));
  }

  private static void bits(List<Rule> rules) {
    rules.add(form("tag-cut", "A shortened tag is refused.", s -> s.substring(0, s.length() - 4)));
    rules.add(
        form(
            "tag-bit",
            "A flipped bit in the tag is refused.",
            s -> flip(s, s.lastIndexOf('.') + 3)));
    rules.add(
        form(
            "text-bit",
            "A flipped bit in the cipher text is refused.",
            s -> flip(s, s.lastIndexOf('.') - 9)));
    rules.add(
        form(
            "key-bit",
            "A flipped bit in the wrapped key is refused.",
            s -> flip(s, s.indexOf('.') + 5)));
    rules.add(form("nonce-cut", "A nonce of other length is refused.", s -> nonce(s)));
    rules.add(
        form("not-ascii", "Characters beyond ASCII are refused.", s -> s.replaceFirst("e", "é")));
    rules.add(
        form(
            "json-form",
            "The JSON form of a cover is refused.",
            s -> "{\"protected\":\"" + s + "\"}"));
    rules.add(
        rule(
            "bare",
            "A signed letter without a cover is refused.",
            bench -> bench.sealed(bench.letter()).innerJws()));
    rules.add(
        rule(
            "nested",
            "A cover inside a cover is refused.",
            bench -> bench.inner(bench.sealed(bench.letter()).text())));
  }

  private static String spare(String sealed) {
    // The tag's 16 bytes leave four spare bits in its last character.
    char last = sealed.charAt(sealed.length() - 1);
    return sealed.substring(0, sealed.length() - 1) + (char) (last + 1);
  }

  private static String flip(String sealed, int at) {
    char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
    return sealed.substring(0, at) + other + sealed.substring(at + 1);
  }

  private static String nonce(String sealed) {
    String[] parts = sealed.split("\\.", -1);
    parts[2] = parts[2].substring(4);
    return String.join(".", parts);
  }

  private static Rule form(String id, String text, UnaryOperator<String> bend) {
    return rule(id, text, bench -> bend.apply(bench.sealed(bench.letter()).text()));
  }

  private static Rule rule(String id, String text, Function<Bench, String> forged) {
    return new Rule("cover-" + id, SECTION, text, bench -> bench.refused(forged.apply(bench)));
  }
}

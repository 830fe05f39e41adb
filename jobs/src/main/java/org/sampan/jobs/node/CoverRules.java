package org.sampan.jobs.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.sampan.sealing.DecryptionKey;

/// The cover of an envelope: one form, one set of algorithms, and nothing else opens.
final class CoverRules {

  private static final String SECTION = "2.4";
  private static final String ALG = "\"alg\":\"ECDH-ES+A256KW\"";
  private static final String ENC = "\"enc\":\"A256GCM\"";
  private static final String CRIT = "\"crit\":[\"sampanv\"]";

  private CoverRules() {}

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    algorithms(rules);
    headers(rules);
    keys(rules);
    forms(rules);
    return rules;
  }

  private static void algorithms(List<Rule> rules) {
    for (String alg :
        List.of("none", "RSA1_5", "RSA-OAEP", "dir", "ECDH-ES", "A256KW", "PBES2-HS256+A128KW")) {
      rules.add(
          header(
              "alg-" + alg,
              "Key agreement " + alg + " is refused.",
              h -> h.replace(ALG, "\"alg\":\"" + alg + "\"")));
    }
    for (String enc : List.of("A128GCM", "A256CBC-HS512")) {
      rules.add(
          header(
              "enc-" + enc,
              "Content cipher " + enc + " is refused.",
              h -> h.replace(ENC, "\"enc\":\"" + enc + "\"")));
    }
    rules.add(
        header(
            "zip",
            "Compression is refused.",
            h -> h.replace("\"typ\":\"sampan+jwe\"}", "\"typ\":\"sampan+jwe\",\"zip\":\"DEF\"}")));
  }

  private static void headers(List<Rule> rules) {
    rules.add(
        header(
            "crit-missing",
            "An envelope without `crit` is refused.",
            h -> h.replace(CRIT + ",", "")));
    rules.add(
        header(
            "crit-unknown",
            "An unknown critical parameter is refused.",
            h -> h.replace("[\"sampanv\"]", "[\"other\"]")));
    rules.add(
        header(
            "version-2",
            "An unknown version of the cover is refused.",
            h -> h.replace("\"sampanv\":1", "\"sampanv\":2")));
    rules.add(
        header("typ", "Another type of cover is refused.", h -> h.replace("sampan+jwe", "JWE")));
    rules.add(
        header(
            "cty",
            "A cover around something else than JOSE is refused.",
            h -> h.replace("\"cty\":\"JOSE\"", "\"cty\":\"JSON\"")));
    rules.add(
        header(
            "header-extra",
            "A parameter nobody knows is refused.",
            h -> h.replace("{\"alg\"", "{\"aaa\":1,\"alg\"")));
    rules.add(
        header(
            "header-twice",
            "A header that names a parameter twice is refused.",
            h -> h.replace("{\"alg\"", "{" + ALG + ",\"alg\"")));
    rules.add(
        header(
            "header-space", "A header in another layout is refused.", h -> h.replace(":", ": ")));
    rules.add(
        header(
            "header-large",
            "A header above 8 KiB is refused.",
            h -> h.replace("{\"alg\"", "{\"aaa\":\"" + "a".repeat(9000) + "\",\"alg\"")));
    rules.add(header("header-broken", "A header that is no JSON is refused.", h -> h.substring(1)));
  }

  private static void keys(List<Rule> rules) {
    for (String name : List.of("jku", "jwk", "x5c", "x5u")) {
      rules.add(
          header(
              name,
              "A key or its address in the header (" + name + ") is refused.",
              h ->
                  h.replace("\"kid\"", "\"" + name + "\":\"https://127.0.0.1/k\",\"kid\"")
                      .replace("\"jku\":\"https", "\"jku\":\"https")));
    }
    rules.add(
        header(
            "kid-missing",
            "An envelope that names no key is refused.",
            h -> h.replaceFirst("\"kid\":\"[^\"]*\",", "")));
    rules.add(
        header(
            "kid-path",
            "A key name that is a path is refused.",
            h -> h.replaceFirst("\"kid\":\"[^\"]*\"", "\"kid\":\"../../etc/passwd\"")));
    rules.add(
        header(
            "epk-missing",
            "An envelope without an ephemeral key is refused.",
            h -> h.replaceFirst("\"epk\":\\{[^}]*\\},", "")));
    rules.add(
        header(
            "epk-off-curve",
            "An ephemeral point off the curve is refused.",
            h -> h.replaceFirst("\"x\":\"[^\"]*\"", "\"x\":\"" + "A".repeat(42) + "E\"")));
    rules.add(
        header(
            "epk-infinity",
            "The point at infinity is refused.",
            h ->
                h.replaceFirst(
                    "\"x\":\"[^\"]*\",\"y\":\"[^\"]*\"",
                    "\"x\":\"" + "A".repeat(43) + "\",\"y\":\"" + "A".repeat(43) + "\"")));
    rules.add(
        header(
            "epk-curve",
            "An ephemeral key on another curve is refused.",
            h -> h.replace("\"crv\":\"P-256\"", "\"crv\":\"P-521\"")));
    rules.add(
        new Rule(
            "kid-unknown",
            "2.7",
            "An envelope to a key the node does not hold is refused by signature.",
            bench -> {
              var sealed =
                  Forge.cover(DecryptionKey.generate().publicPart())
                      .around(bench.sealed(bench.letter()).innerJws());
              return bench.bounced(sealed);
            }));
  }

  private static void forms(List<Rule> rules) {
    rules.add(form("padding", "Trailing padding is refused.", s -> s + "="));
    rules.add(form("newline", "A trailing newline is refused.", s -> s + "\n"));
    rules.add(form("space", "A leading space is refused.", s -> " " + s));
    rules.add(
        form("four-parts", "Four parts are refused.", s -> s.substring(0, s.lastIndexOf('.'))));
    rules.add(form("six-parts", "Six parts are refused.", s -> s + ".AAAA"));
    rules.add(form("spare-bits", "Spare bits of base64url are refused.", s -> spare(s)));
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

  private static Rule header(String id, String text, UnaryOperator<String> bend) {
    return rule(
        id,
        text,
        bench -> {
          Forge.Cover cover = Forge.cover(bench.target());
          return cover
              .with(bend.apply(cover.header()))
              .around(bench.sealed(bench.letter()).innerJws());
        });
  }

  private static Rule form(String id, String text, UnaryOperator<String> bend) {
    return rule(id, text, bench -> bend.apply(bench.sealed(bench.letter()).text()));
  }

  private static Rule rule(String id, String text, Function<Bench, String> forged) {
    return new Rule(
        "cover-" + id,
        SECTION,
        text,
        bench -> {
          Optional<String> wrong = bench.refused(forged.apply(bench));
          return wrong;
        });
  }
}

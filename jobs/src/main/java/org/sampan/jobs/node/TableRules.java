package org.sampan.jobs.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The rules of `rules.tsv`: a sound letter, one place of it bent, and the sentence that says why
/// it must be refused. Anybody can add a line.
///
/// The place is the header of the *cover*, the header of the *signature*, or the *payload*, whose
/// padding is put right again; *raw* leaves the padding as it falls.
final class TableRules {

  private static final int LONG = 9_000;
  private static final int DEEP = 40;
  private static final int SHORTEST = 1_383;

  private TableRules() {}

  static List<Rule> all() {
    try (InputStream file = TableRules.class.getResourceAsStream("rules.tsv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(TableRules::rule).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Rule rule(String line) {
    String[] cells = line.split("\t", -1);
    Pattern find = Pattern.compile(cells[3], Pattern.DOTALL);
    String put = spelt(cells[4]);
    return new Rule(
        cells[0],
        cells[1],
        cells[5],
        bench -> bench.refused(forged(bench, cells[2], text -> bent(text, find, put))));
  }

  private static String forged(Bench bench, String part, UnaryOperator<String> bend) {
    String payload = bench.payload(bench.letter());
    return switch (part) {
      case "cover" -> {
        Forge.Cover cover = Forge.cover(bench.target());
        yield cover
            .with(bend.apply(cover.header()))
            .around(bench.sealed(bench.letter()).innerJws());
      }
      case "signature" ->
          bench.inner(
              Forge.signed(
                  bend.apply(Forge.innerHeader(bench.peer.signs())), payload, bench.peer.signs()));
      case "payload" -> bench.text(padded(bend.apply(payload), length(payload)));
      case "raw" -> bench.text(bend.apply(payload));
      default -> throw new IllegalStateException("rules.tsv knows no part " + part);
    };
  }

  /// A rule that bends nothing would prove nothing.
  private static String bent(String text, Pattern find, String put) {
    String other = find.matcher(text).replaceFirst(put);
    if (other.equals(text)) {
      throw new IllegalStateException("nothing was bent");
    }
    return other;
  }

  private static String padded(String payload, int wanted) {
    int more = wanted - length(payload);
    return more >= 0
        ? payload.replace("\"pad\":\"", "\"pad\":\"" + "0".repeat(more))
        : payload.replace("\"pad\":\"" + "0".repeat(-more), "\"pad\":\"");
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String spelt(String put) {
    return put.replace("<LONG>", "a".repeat(LONG))
        .replace("<DEEP>", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP))
        .replace("<JUNK>", "0".repeat(SHORTEST))
        .replace("<BOM>", "\uFEFF")
        .replace("<TURN>", "\u202e");
  }
}

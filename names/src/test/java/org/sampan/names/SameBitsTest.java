package org.sampan.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Work on speed never moves a score: the scores of all sample names beside one another are pinned
/// to the last bit. Who changes the model changes [#DIGEST] with it, and only then.
class SameBitsTest {

  private static final Names NAMES = Names.shipped();

  /// Of every pair of sample names, in order: `digest * 31 + bits of the score`.
  private static final String DIGEST = "61bd6b773a62de3";

  /// The logarithm differs in its last bit from one sort of processor to another.
  private static final List<String> PINNED_ON = List.of("amd64", "x86_64");

  @Test
  void the_scores_of_the_sample_names_are_what_they_were() {
    Assumptions.assumeTrue(
        PINNED_ON.contains(System.getProperty("os.arch")), "pinned on 64-bit x86 only");
    List<Name> names = samples().stream().map(NAMES::read).toList();

    long digest = 0;
    for (Name one : names) {
      for (Name other : names) {
        digest = digest * 31 + Double.doubleToLongBits(NAMES.bits(one, other));
      }
    }

    assertThat(Long.toHexString(digest)).isEqualTo(DIGEST);
  }

  @Test
  void many_side_by_side_get_the_bits_of_each_pair_alone() {
    List<Name> names = new ArrayList<>(samples().stream().map(NAMES::read).toList());
    List<Name> latin = names.stream().filter(name -> name.script() == Script.LATIN).toList();
    Random random = new Random(20261122);
    for (int i = 0; i < 150; i++) {
      names.add(NAMES.read(joined(latin, random)));
    }

    for (Name one : names.stream().filter(name -> name.script() != Script.LATIN).toList()) {
      double[] together = NAMES.bits(one, names);
      for (int i = 0; i < together.length; i++) {
        assertThat(together[i]).isEqualTo(NAMES.bits(one, names.get(i)));
      }
    }
  }

  @Test
  void nobody_beside_a_name_is_no_score() {
    assertThat(NAMES.bits(NAMES.read("สมชาย"), List.of())).isEmpty();
  }

  /// Up to four pieces of names in a row, with blanks or without, also longer than is read.
  private static String joined(List<Name> latin, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String name = latin.get(random.nextInt(latin.size())).written();
      text.append(name.substring(random.nextInt(3))).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  private static List<String> samples() {
    List<String> samples = new ArrayList<>();
    lines("pairs.csv").forEach(line -> samples.addAll(List.of(line.split(","))));
    lines("han/pairs.csv")
        .skip(1)
        .limit(12)
        .forEach(line -> {
          String[] cells = line.split(",");
          samples.addAll(List.of(cells[0], cells[1]));
        });
    samples.addAll(
        List.of("นายม (เล็ก)", "Nai Mo alias Lek", "สม", "Som", "ທອງລຸນ", "Thonglun", ""));
    return samples;
  }

  private static Stream<String> lines(String file) {
    try (InputStream in = SameBitsTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}

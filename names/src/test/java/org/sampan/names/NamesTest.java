package org.sampan.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;

class NamesTest {

  private static final Names NAMES = Names.shipped();
  private static final int STRINGS = 1200;

  @Test
  void every_pair_of_the_table_speaks_for_one_person_and_no_pair_across_it_does_more() {
    List<String[]> pairs = pairs();

    for (String[] pair : pairs) {
      double right = bits(pair[0], pair[1]);
      assertThat(right).as(pair[0] + " " + pair[1]).isGreaterThan(3);
      for (String[] other : pairs) {
        if (!other[1].equals(pair[1]) && !other[0].equals(pair[0])) {
          assertThat(bits(pair[0], other[1])).as(pair[0] + " " + other[1]).isLessThan(right);
        }
      }
    }
  }

  @Test
  void neither_the_order_of_the_names_nor_of_their_parts_matters() {
    assertThat(bits("สมชาย แสวงการ", "Somchai Sawaengkarn"))
        .isEqualTo(bits("Somchai Sawaengkarn", "สมชาย แสวงการ"));
    assertThat(bits("สมชาย แสวงการ", "Sawaengkarn Somchai"))
        .isCloseTo(bits("สมชาย แสวงการ", "Somchai Sawaengkarn"), within(3.0));
  }

  @Test
  void a_missing_part_costs_but_does_not_refute() {
    double whole = bits("สมชาย แสวงการ", "Somchai Sawaengkarn");
    double part = bits("สมชาย แสวงการ", "Somchai");

    assertThat(part).isPositive().isLessThan(whole);
  }

  @Test
  void honorifics_are_kept_as_evidence_and_not_compared_as_names() {
    Name sir = NAMES.read("นายสมชาย แสวงการ");

    assertThat(sir.honorifics()).hasSize(1);
    assertThat(bits("นายสมชาย", "Mr Somchai")).isGreaterThan(bits("นายสมชาย", "Mrs Somchai"));
    assertThat(bits("ထင်ကျော်", "U Htin Kyaw")).isGreaterThan(5);
  }

  @Test
  void a_name_in_zawgyi_is_the_same_name_when_its_source_says_so() {
    Name zawgyi = NAMES.read("ေအာင္ေအာင္လြင္", Encoding.ZAWGYI);
    Name unicode = NAMES.read("အောင်အောင်လွင်");
    Name latin = NAMES.read("Aung Aung Lwin");

    assertThat(NAMES.bits(zawgyi, latin)).isEqualTo(NAMES.bits(unicode, latin));
    assertThat(zawgyi.written()).isEqualTo("ေအာင္ေအာင္လြင္");
  }

  @Test
  void an_explanation_adds_up_to_the_bits() {
    for (String[] pair : pairs()) {
      Name one = NAMES.read(pair[0]);
      Name other = NAMES.read(pair[1]);
      Evidence evidence = NAMES.explain(one, other);

      assertThat(evidence.bits()).isEqualTo(NAMES.bits(one, other));
      assertThat(evidence.segments().stream().mapToDouble(Segment::bits).sum())
          .isCloseTo(evidence.bits(), within(0.01));
    }
  }

  @Test
  void names_that_are_one_share_a_blocking_key() {
    long missed = pairs().stream().filter(pair -> !share(pair[0], pair[1])).count();

    assertThat(missed).isLessThanOrEqualTo(pairs().size() / 10);
  }

  @Test
  void any_string_is_read_and_compared_the_same_way_twice() {
    Random random = new Random(20261121);
    List<Name> known = List.of(NAMES.read("Somchai"), NAMES.read("สมชาย"), NAMES.read("陳偉業"));
    for (int i = 0; i < STRINGS; i++) {
      String any = anyString(random);
      Name name = NAMES.read(any, i % 5 == 0 ? Encoding.ZAWGYI : Encoding.UNICODE);
      for (Name other : known) {
        double bits = NAMES.bits(name, other);
        assertThat(bits).isFinite().isEqualTo(NAMES.bits(other, name));
      }
      assertThat(name.written()).isEqualTo(any);
      assertThat(NAMES.bits(name, name)).isFinite();
      assertThat(name.keys())
          .isEqualTo(NAMES.read(any, i % 5 == 0 ? Encoding.ZAWGYI : Encoding.UNICODE).keys());
    }
  }

  @Test
  void a_pair_that_is_turned_away_would_have_got_the_least() {
    List<Name> names =
        pairs().stream().flatMap(pair -> Stream.of(pair[0], pair[1])).map(NAMES::read).toList();
    int away = 0;

    for (Name one : names) {
      for (Name other : names) {
        if (!NAMES.mayMeet(one, other)) {
          away++;
          assertThat(NAMES.bits(one, other))
              .as(one.written() + " " + other.written())
              .isEqualTo(NAMES.leastBits(one, other));
        }
      }
    }

    assertThat(away).isGreaterThan(names.size() * names.size() / 20);
  }

  @Test
  void any_string_that_is_turned_away_would_have_got_the_least() {
    Random random = new Random(20261122);
    List<Name> names =
        IntStream.range(0, 150).mapToObj(i -> NAMES.read(anyString(random))).toList();

    for (Name one : names) {
      for (Name other : names) {
        if (!NAMES.mayMeet(one, other)) {
          assertThat(NAMES.bits(one, other)).isEqualTo(NAMES.leastBits(one, other));
        }
      }
    }
  }

  @Test
  void many_threads_get_the_same_bits() {
    List<String[]> pairs = pairs();
    List<Double> alone = pairs.stream().map(pair -> bits(pair[0], pair[1])).toList();

    List<Double> together =
        IntStream.range(0, pairs.size() * 20)
            .parallel()
            .mapToObj(i -> bits(pairs.get(i % pairs.size())[0], pairs.get(i % pairs.size())[1]))
            .toList();

    for (int i = 0; i < together.size(); i++) {
      assertThat(together.get(i)).isEqualTo(alone.get(i % pairs.size()));
    }
  }

  private static double bits(String one, String other) {
    return NAMES.bits(NAMES.read(one), NAMES.read(other));
  }

  private static boolean share(String one, String other) {
    long[] keys = NAMES.read(one).keys();
    for (long key : NAMES.read(other).keys()) {
      if (java.util.Arrays.stream(keys).anyMatch(mine -> mine == key)) {
        return true;
      }
    }
    return false;
  }

  /// Letters of the scripts we read, marks out of place, lone surrogates, controls: anything.
  private static String anyString(Random random) {
    int[] starts = {
      0x20, 0x61, 0xE00, 0xE80, 0x1780, 0x1000, 0x4E00, 0x1EA0, 0x300, 0xD800, 0x1F600, 0
    };
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(random.nextInt(10) == 0 ? 400 : 14);
    for (int i = 0; i < length; i++) {
      int point = starts[random.nextInt(starts.length)] + random.nextInt(120);
      if (point > 0xFFFF) {
        text.appendCodePoint(point);
      } else {
        text.append((char) point);
      }
    }
    return text.toString();
  }

  private static List<String[]> pairs() {
    try (InputStream in = NamesTest.class.getResourceAsStream("pairs.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(","))
          .toList();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}

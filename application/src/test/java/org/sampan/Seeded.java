package org.sampan;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Names and sentences that nobody else ever wrote, in the scripts of the region; the same at every
/// run.
final class Seeded {

  /// What the words of one script are made of.
  private record Script(String heads, String tails, int syllables) {}

  private static final List<Script> SCRIPTS =
      List.of(
          new Script("กขคงจฉชซญดตถทธนบปผพภมยรลวสหอฮ", "าิีุูำ", 4),
          new Script("ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢລວຫອຮ", "າິີຸູຳ", 4),
          new Script("កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ", "ាិីុូេ", 4),
          new Script("ကခဂဃငစဆဇဈညတထဒဓနပဖဗဘမယရလဝသဟအ", "ာိီုူေ", 4),
          new Script("bcdghklmnprstvxđ", "ăâêôơưạảấầẩẫậắẻẽềếộợửữ", 5),
          new Script("bdfghjklmnprstvwz", "aeiou", 5),
          new Script("安柏岑德恩芳贵浩慧嘉", "江锦康兰霖梅宁沛琪荣", 3));

  private final Random random;

  Seeded(long seed) {
    this.random = new Random(seed);
  }

  /// A name of two words.
  String name(int number) {
    return words(number, 2);
  }

  /// A sentence of five words.
  String sentence(int number) {
    return words(number, 5);
  }

  private String words(int number, int many) {
    Script script = SCRIPTS.get(number % SCRIPTS.size());
    return IntStream.range(0, many).mapToObj(_ -> word(script)).collect(Collectors.joining(" "));
  }

  private String word(Script script) {
    return IntStream.range(0, script.syllables())
        .mapToObj(_ -> pick(script.heads()) + pick(script.tails()))
        .collect(Collectors.joining());
  }

  private String pick(String letters) {
    int[] all = letters.codePoints().toArray();
    return Character.toString(all[random.nextInt(all.length)]);
  }
}

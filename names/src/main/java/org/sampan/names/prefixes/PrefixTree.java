package org.sampan.names.prefixes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

/// The beginnings of a few thousand texts. Immutable but for what it remembers; thread-safe.
public final class PrefixTree {

  /// The bits of a symbol that are its letter.
  public static final int LETTER = 0x3f;

  /// A tree takes no more texts when it has so many nodes: numbers of nodes are short, and what is
  /// computed over them shall stay near the processor.
  private static final int ENOUGH = 8192;

  private static final int LETTER_BITS = 6;

  /// As many letters as fit into a key; where longer runs stand is not remembered.
  private static final int LONGEST_KEY = 10;

  /// So many runs are remembered: those of the spelling tables of all languages.
  private static final int MOST_RUNS = 16_384;

  final char[] parents;
  final byte[] symbols;

  /// Where each level begins, and one more.
  final int[] levels;

  /// The node at which each text ends.
  private final char[] ends;

  /// The nodes of each letter in order, and where those of a letter begin.
  private final char[] ofLetter;

  private final int[] firstOfLetter = new int[LETTER + 2];

  /// The nodes whose symbol is marked, in order.
  final int[] marked;

  /// Where runs of letters stand.
  private final ConcurrentMap<Long, Places> places = new ConcurrentHashMap<>();

  /// Where a run of letters stands in texts: each time the node before it and the node at its end,
  /// in the order of the latter.
  ///
  /// @param befores nodes
  /// @param ends as many nodes
  record Places(char[] befores, char[] ends) {}

  private PrefixTree(List<byte[]> texts, int[] alike) {
    this.levels = levels(texts, alike);
    int nodes = levels[levels.length - 1];
    this.parents = new char[nodes];
    this.symbols = new byte[nodes];
    this.ends = new char[texts.size()];
    int[] next = levels.clone();
    char[] path = new char[levels.length];
    for (int i = 0; i < ends.length; i++) {
      byte[] text = texts.get(i);
      for (int level = alike[i] + 1; level <= text.length; level++) {
        char node = (char) next[level]++;
        parents[node] = path[level - 1];
        symbols[node] = text[level - 1];
        path[level] = node;
      }
      ends[i] = path[text.length];
    }
    this.ofLetter = ofLetter();
    this.marked =
        IntStream.range(1, nodes).filter(node -> (symbols[node] & ~LETTER) != 0).toArray();
  }

  /// The trees of texts, which must be sorted so that equal beginnings lie together.
  public static List<PrefixTree> of(List<byte[]> sorted) {
    List<PrefixTree> trees = new ArrayList<>();
    int from = 0;
    int nodes = 0;
    int[] alike = new int[sorted.size()];
    for (int i = 0; i < alike.length; i++) {
      byte[] text = sorted.get(i);
      if (nodes > ENOUGH) {
        trees.add(new PrefixTree(sorted.subList(from, i), Arrays.copyOfRange(alike, from, i)));
        from = i;
        nodes = 0;
      }
      int mismatch = i == from ? 0 : Arrays.mismatch(sorted.get(i - 1), text);
      alike[i] = mismatch < 0 ? text.length : mismatch;
      nodes += text.length - alike[i];
    }
    if (from < alike.length) {
      int end = alike.length;
      trees.add(new PrefixTree(sorted.subList(from, end), Arrays.copyOfRange(alike, from, end)));
    }
    return List.copyOf(trees);
  }

  private static int[] levels(List<byte[]> texts, int[] alike) {
    int longest = texts.stream().mapToInt(text -> text.length).max().orElse(0);
    int[] levels = new int[longest + 2];
    levels[1] = 1;
    for (int i = 0; i < alike.length; i++) {
      for (int level = alike[i] + 1; level <= texts.get(i).length; level++) {
        levels[level + 1]++;
      }
    }
    for (int level = 1; level < levels.length; level++) {
      levels[level] += levels[level - 1];
    }
    return levels;
  }

  private char[] ofLetter() {
    for (int node = 1; node < symbols.length; node++) {
      firstOfLetter[letter(node) + 1]++;
    }
    for (int letter = 0; letter <= LETTER; letter++) {
      firstOfLetter[letter + 1] += firstOfLetter[letter];
    }
    int[] next = firstOfLetter.clone();
    char[] nodes = new char[symbols.length];
    for (char node = 1; node < symbols.length; node++) {
      nodes[next[letter(node)]++] = node;
    }
    return nodes;
  }

  /// How many texts it holds.
  public int texts() {
    return ends.length;
  }

  int nodes() {
    return parents.length;
  }

  int end(int text) {
    return ends[text];
  }

  private int letter(int node) {
    return symbols[node] & LETTER;
  }

  /// Where the letters from `begin` to `end`, at least one, stand in the texts.
  Places places(byte[] letters, int begin, int end) {
    if (end - begin > LONGEST_KEY) {
      return find(letters, begin, end);
    }
    Long key = key(letters, begin, end);
    Places known = places.get(key);
    if (known == null) {
      known = find(letters, begin, end);
      if (places.size() < MOST_RUNS) {
        places.put(key, known);
      }
    }
    return known;
  }

  private static long key(byte[] letters, int begin, int end) {
    long key = 0;
    for (int i = begin; i < end; i++) {
      key = key << LETTER_BITS | letters[i];
    }
    return key;
  }

  private Places find(byte[] letters, int begin, int end) {
    int last = letters[end - 1];
    int from = firstOfLetter[last];
    char[] befores = new char[firstOfLetter[last + 1] - from];
    char[] found = new char[befores.length];
    int count = 0;
    for (int i = from; i < firstOfLetter[last + 1]; i++) {
      char node = ofLetter[i];
      int at = end;
      while (at > begin && letter(node) == letters[at - 1]) {
        node = parents[node];
        at--;
      }
      if (at == begin) {
        befores[count] = node;
        found[count++] = ofLetter[i];
      }
    }
    return new Places(Arrays.copyOf(befores, count), Arrays.copyOf(found, count));
  }
}

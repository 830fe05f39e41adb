package org.sampan.linkage.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Scored pairs as objects.
public final class PairList {

  private record Scored(int a, int b, float bits) {}

  private final List<Scored> pairs = new ArrayList<>();

  public void add(int a, int b, float evidence) {
    pairs.add(new Scored(a, b, evidence));
  }

  public int size() {
    return pairs.size();
  }

  public int a(int k) {
    return pairs.get(k).a();
  }

  public int b(int k) {
    return pairs.get(k).b();
  }

  public float bits(int k) {
    return pairs.get(k).bits();
  }

  int[] strongestFirst() {
    return IntStream.range(0, pairs.size())
        .boxed()
        .sorted(Comparator.comparing(this::bits, Comparator.reverseOrder()))
        .mapToInt(place -> place)
        .toArray();
  }
}

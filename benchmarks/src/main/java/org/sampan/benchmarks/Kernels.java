package org.sampan.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.sampan.linkage.value.Edits;
import org.sampan.linkage.value.JaroWinkler;
import org.sampan.linkage.value.Symbols;
import org.sampan.linkage.value.Text;

/// The small loops of linkage beside those of Commons Text: one name against 1,000 others of 4 to
/// 12 letters, some of them near. A score is pairs a microsecond of one thread.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"})
public class Kernels {

  private static final int OTHERS = 1000;
  private static final int WIDTH = 32;

  private final String[] names = new String[OTHERS];
  private final byte[] symbols = new byte[OTHERS * WIDTH + 16];
  private final int[] lengths = new int[OTHERS];
  private final Text mine = new Text();
  private final Text other = new Text();
  private final Edits edits = new Edits();
  private final LevenshteinDistance levenshtein = LevenshteinDistance.getDefaultInstance();
  private final JaroWinklerSimilarity winkler = new JaroWinklerSimilarity();

  /// Runs them all and prints JMH's table.
  static Collection<RunResult> run() throws RunnerException {
    return new Runner(new OptionsBuilder().include(Kernels.class.getName()).build()).run();
  }

  /// Names made by chance, the same every time.
  @Setup
  public void names() {
    SplittableRandom random = new SplittableRandom(7);
    for (int at = 0; at < OTHERS; at++) {
      char[] letters = new char[random.nextInt(4, 13)];
      for (int letter = 0; letter < letters.length; letter++) {
        boolean near = at > 0 && at % 4 == 0 && letter < names[0].length();
        letters[letter] = near ? names[0].charAt(letter) : (char) ('a' + random.nextInt(26));
      }
      names[at] = new String(letters);
      lengths[at] = Symbols.write(names[at], symbols, at * WIDTH);
    }
    mine.at(Arrays.copyOf(symbols, WIDTH + 16), 0, lengths[0]);
    edits.take(mine);
  }

  /// Ours: edits counted bit by bit, a turned pair as one.
  @Benchmark
  @OperationsPerInvocation(OTHERS)
  public int editsOfSampan() {
    int sum = 0;
    for (int at = 0; at < OTHERS; at++) {
      sum += edits.distance(other.at(symbols, at * WIDTH, lengths[at]), 63);
    }
    return sum;
  }

  /// Commons Text's Levenshtein.
  @Benchmark
  @OperationsPerInvocation(OTHERS)
  public int editsOfCommonsText() {
    int sum = 0;
    for (String name : names) {
      sum += levenshtein.apply(names[0], name);
    }
    return sum;
  }

  /// Ours: Jaro and Winkler's similarity bit by bit.
  @Benchmark
  @OperationsPerInvocation(OTHERS)
  public float jaroWinklerOfSampan() {
    float sum = 0;
    for (int at = 0; at < OTHERS; at++) {
      sum += JaroWinkler.similarity(mine, other.at(symbols, at * WIDTH, lengths[at]));
    }
    return sum;
  }

  /// Commons Text's Jaro-Winkler.
  @Benchmark
  @OperationsPerInvocation(OTHERS)
  public double jaroWinklerOfCommonsText() {
    double sum = 0;
    for (String name : names) {
      sum += winkler.apply(names[0], name);
    }
    return sum;
  }
}

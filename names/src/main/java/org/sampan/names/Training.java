package org.sampan.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.sampan.names.lattice.Background;
import org.sampan.names.lattice.Invention;
import org.sampan.names.lattice.Learning;
import org.sampan.names.lattice.Letters;
import org.sampan.names.lattice.SpellingTable;

/// Makes the model files: what the pairs of a language teach beyond the written tables, and how
/// common Latin forms are. The same pairs always give the same files.
public final class Training {

  private static final int CALIBRATING = 700;
  private static final int STRANGERS = 150;
  private static final double FAR = 60;
  private static final double FLOOR = -14;
  private static final int ROUNDS = 4;
  private static final int INVENTED = 10_000;
  private static final long SEED = 20261121;

  private final Function<String, List<String>> files;

  /// @param files where the written tables are; see [Names#of]
  public Training(Function<String, List<String>> files) {
    this.files = files;
  }

  /// The lines of the learned table of a script, in alphabetical order.
  public List<String> learned(Script script, List<Learning.Pair> pairs) {
    SpellingTable written = Languages.written(script, files);
    return new Learning(Languages.form(script), Languages.strength(script))
        .learn(written, pairs, ROUNDS);
  }

  /// The lines of a background: how common the letters of these forms are.
  public List<String> background(List<String> forms) {
    return Background.trained(forms.stream().map(Letters::of).toList());
  }

  /// Latin forms invented from the words of a script's written table.
  public List<String> invented(Script script) {
    return Invention.names(Languages.written(script, files), INVENTED, new Random(SEED));
  }

  /// The scores of pairs that a model did not learn from.
  ///
  /// @param right raw scores of pairs of one name
  /// @param wrong raw scores of pairs of two
  public record Scores(double[] right, double[] wrong) {
    /// These and others.
    public Scores and(Scores others) {
      return new Scores(joined(right, others.right), joined(wrong, others.wrong));
    }

    private static double[] joined(double[] one, double[] other) {
      return DoubleStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }
  }

  /// Scores some true pairs, and each of their native forms with the Latin forms of others.
  ///
  /// @param names names that are not calibrated yet (slope 1, shift 0)
  /// @param pairs true pairs, at least a hundred, which the names did not learn from
  public static Scores scores(Names names, List<Learning.Pair> pairs) {
    Random random = new Random(SEED);
    List<Learning.Pair> some = new ArrayList<>(pairs);
    Collections.shuffle(some, random);
    some = some.subList(0, Math.min(some.size(), CALIBRATING));
    List<Name> latin = some.stream().map(pair -> names.read(pair.latin())).toList();
    double[] right = new double[some.size()];
    double[] wrong = new double[some.size() * STRANGERS];
    for (int i = 0; i < right.length; i++) {
      Name written = names.read(some.get(i).written());
      right[i] = names.bits(written, latin.get(i));
      for (int j = 0; j < STRANGERS; j++) {
        int other = (i + 1 + random.nextInt(right.length - 1)) % right.length;
        boolean same = some.get(other).written().equals(some.get(i).written());
        wrong[i * STRANGERS + j] = same ? -FAR : names.bits(written, latin.get(other));
      }
    }
    return new Scores(right, wrong);
  }

  /// The line of `calibration.tsv` for a language: logistic regression on the scores.
  public static String calibration(String language, Scores scores) {
    double[] line = LogisticFit.of(scores.right(), scores.wrong());
    return String.format(Locale.ROOT, "%s\t%.4f\t%.4f\t%.1f", language, line[0], line[1], FLOOR);
  }
}

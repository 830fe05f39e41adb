package org.sampan.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.sampan.names.lattice.Background;
import org.sampan.names.lattice.Invention;
import org.sampan.names.lattice.Learning;
import org.sampan.names.lattice.Letters;
import org.sampan.names.lattice.SpellingTable;

/// Makes the model files: what the pairs of a language teach beyond the written tables, and how
/// common Latin forms are. The same pairs always give the same files.
public final class Training {

  private static final int CALIBRATING = 1200;
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

  /// The line of `calibration.tsv` for a language, fitted on pairs of one name and on pairs of two
  /// that the same forms give.
  ///
  /// @param names names that are not calibrated yet (slope 1, shift 0)
  /// @param pairs true pairs, at least a hundred
  public static String calibration(String language, Names names, List<Learning.Pair> pairs) {
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
    double[] line = LogisticFit.of(right, wrong);
    return String.format(Locale.ROOT, "%s\t%.4f\t%.4f\t%.1f", language, line[0], line[1], FLOOR);
  }
}

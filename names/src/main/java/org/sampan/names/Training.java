package org.sampan.names;

import java.util.List;
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
}

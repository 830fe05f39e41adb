package org.sampan.names;

import java.util.ArrayList;
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

  /// The lines of the background of a script: the Latin forms given, and as many again invented
  /// from the words of the written table, so that names of people are in it where the forms are of
  /// places.
  public List<String> background(Script script, List<String> forms) {
    List<Letters> all = new ArrayList<>();
    forms.forEach(form -> all.add(Letters.of(form)));
    if (script != Script.LATIN) {
      for (String name : invented(script)) {
        all.add(Letters.of(name));
      }
    }
    return Background.trained(all);
  }

  /// Latin forms invented from the words of a script's written table.
  public List<String> invented(Script script) {
    return Invention.names(Languages.written(script, files), INVENTED, new Random(SEED));
  }
}

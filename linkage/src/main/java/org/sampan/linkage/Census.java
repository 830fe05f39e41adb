package org.sampan.linkage;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.sampan.linkage.engine.ValueReader;
import org.sampan.linkage.model.Cut;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Kind;
import org.sampan.linkage.model.Model;

/// What a [Shard] must know of all records, whichever machine holds them: how often values occur,
/// which words are too common to tell, and which sounds names of several scripts share. Small: rare
/// values are not listed.
///
/// @param fields in the model's order
/// @param inScripts whether some column of names has several scripts
public record Census(List<Known> fields, boolean inScripts) implements Serializable {

  /// Values that occur less often need not be listed: once and twice count alike.
  public static final int OFTEN = 3;

  /// What is known of one field.
  ///
  /// @param total how many records have a value that can be read
  /// @param often how often each value occurs, of those that occur [#OFTEN] times or more
  /// @param common words that are passed over
  /// @param sounds the keys of sound that occur in more than one script, sorted; of fields that a
  ///   pass meets by sound, none of others
  public record Known(long total, Map<String, Integer> often, Set<String> common, int[] sounds)
      implements Serializable {}

  public Census {
    fields = List.copyOf(fields);
  }

  /// A census of which nothing is known yet; enough to read values and all keys but those by sound,
  /// not to score.
  public static Census unknown(Model model) {
    Known nothing = new Known(0, Map.of(), Set.of(), new int[0]);
    return new Census(Collections.nCopies(model.fields().size(), nothing), false);
  }

  /// Whether some pass meets the names of a field by sound, so that a census has to hear them.
  public static boolean asksForSounds(Model model, int field) {
    Field heard = model.fields().get(field);
    return heard.kind().spelled()
        && model.passes().stream()
            .flatMap(pass -> pass.keys().stream())
            .anyMatch(key -> key.cut() == Cut.HEARD && key.field().equals(heard.name()));
  }

  /// Whether the common words of a kind are passed over, so that a census has to find them.
  public static boolean asksForWords(Kind kind) {
    return ValueReader.weighed(kind);
  }

  /// Every how manieth distinct value is looked at for common words.
  ///
  /// @param values how many distinct values the column has
  public static int step(int values) {
    return ValueReader.step(values + 1);
  }

  /// The words of a column that are too common to tell.
  ///
  /// @param values how many distinct values the column has
  /// @param value the distinct values in the order they first came, from 1; asked for every [#step]
  ///   of them, from the first
  public static Set<String> words(Kind kind, int values, IntFunction<String> value) {
    return Set.copyOf(ValueReader.common(kind, values + 1, value));
  }
}

package org.sampan.linkage;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.sampan.linkage.engine.ValueReader;
import org.sampan.linkage.model.Kind;
import org.sampan.linkage.model.Model;

/// What a [Shard] must know of all records, whichever machine holds them: how often values occur,
/// and which words are too common to tell. Small: rare values are not listed.
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
  public record Known(long total, Map<String, Integer> often, Set<String> common)
      implements Serializable {}

  public Census {
    fields = List.copyOf(fields);
  }

  /// A census of which nothing is known yet; enough to read values and keys, not to score.
  public static Census unknown(Model model) {
    return new Census(
        Collections.nCopies(model.fields().size(), new Known(0, Map.of(), Set.of())), false);
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

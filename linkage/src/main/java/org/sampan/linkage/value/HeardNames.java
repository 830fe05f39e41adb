package org.sampan.linkage.value;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.sampan.names.Name;

/// Names of one column that met a name in another script, each read when it first did. Two threads
/// may both read one, which harms nothing.
public final class HeardNames {

  private volatile @Nullable Name[] names = new @Nullable Name[0];

  /// The name of a code, which the function writes out when it is first asked for.
  public Name of(int code, IntFunction<String> written) {
    @Nullable Name[] known = names;
    if (known.length <= code) {
      known = Arrays.copyOf(known, code + (code >> 1) + 64);
      names = known;
    }
    @Nullable Name name = known[code];
    if (name == null) {
      name = NameHearing.read(written.apply(code));
      known[code] = name;
    }
    return name;
  }
}

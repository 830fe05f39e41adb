package org.sampan.linkage.value;

import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.sampan.names.Name;

/// Reads and compares names anew each time.
public final class HeardNames {

  private final IntFunction<String> written;

  public HeardNames(IntFunction<String> written, IntSupplier codes) {
    this.written = written;
  }

  public NameHearing.Likeness likeness(int a, int b) {
    return NameHearing.compare(name(Math.min(a, b)), name(Math.max(a, b)));
  }

  public Name name(int code) {
    return NameHearing.read(written.apply(code));
  }

  public long room() {
    return 0;
  }
}

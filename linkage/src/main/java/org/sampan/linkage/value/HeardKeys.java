package org.sampan.linkage.value;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.sampan.names.Name;

/// Blocking keys of one column's names by their sound, the same in every script: two names share
/// one where a likely Latin spelling of both, or of a part of both, has the same consonants. Of a
/// name's keys those are kept that occur in more than one script, the likeliest first: the others
/// bring no names of two scripts together.
public final class HeardKeys {

  /// The most keys of a name.
  public static final int MOST = 6;

  private int[] chosen = new int[0];
  private int read = 1;

  /// Open addressing: each key that occurs, and a bit for each script it occurs in.
  private int[] keys = new int[1 << 10];

  private int[] scripts = new int[1 << 10];
  private int size;

  private final int @Nullable [] shared;

  /// Nothing read yet.
  ///
  /// @param shared the keys that occur in more than one script, sorted, where the names to be read
  ///   are but a part of a register's; null where they are all there are
  public HeardKeys(int @Nullable [] shared) {
    this.shared = shared;
  }

  /// Hears the keys of names.
  @FunctionalInterface
  public interface Sounds {
    /// One key.
    ///
    /// @param scripts a bit for each script it occurs in; those of two parts of a register are
    ///   joined by OR
    void sound(int key, int scripts);
  }

  /// Tells each key that was read, once.
  public void tell(Sounds hears) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != 0) {
        hears.sound(keys[slot], scripts[slot]);
      }
    }
  }

  /// Reads the names that came since the last reading.
  ///
  /// @param codes how many codes there are; an empty name has no keys
  public void readOn(int codes, IntFunction<String> written) {
    readOn(codes, written, code -> NameHearing.read(written.apply(code)));
  }

  /// The same where names may have been read before.
  ///
  /// @param names gives the name of a code that is not empty
  public void readOn(int codes, IntFunction<String> written, IntFunction<Name> names) {
    boolean later = read > 1;
    int[][] all = new int[codes][];
    for (int code = read; code < codes; code++) {
      String text = written.apply(code);
      all[code] = text.isEmpty() ? new int[0] : NameHearing.keys(names.apply(code));
      for (int key : all[code]) {
        mark(key, 1 << NameHearing.script(text));
      }
    }
    chosen = Arrays.copyOf(chosen, Math.max(chosen.length, codes * MOST));
    for (; read < codes; read++) {
      int kept = 0;
      for (int key : all[read]) {
        if (kept < MOST && (later || kept(key))) {
          chosen[read * MOST + kept++] = key;
        }
      }
    }
  }

  /// A key of a code, 0 where it has fewer.
  ///
  /// @param slot 0 to [#MOST] less 1
  public int key(int code, int slot) {
    return chosen[code * MOST + slot];
  }

  /// The keys of a name that need not be in the column; those that no name there has are left out.
  public int[] known(String text) {
    return Arrays.stream(NameHearing.keys(text))
        .filter(key -> keys[slot(key)] == key)
        .limit(MOST)
        .toArray();
  }

  private boolean kept(int key) {
    return shared == null
        ? Integer.bitCount(scripts[slot(key)]) > 1
        : Arrays.binarySearch(shared, key) >= 0;
  }

  private void mark(int key, int script) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    scripts[slot] |= script;
    if (size * 2 > keys.length) {
      grow();
    }
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldScripts = scripts;
    keys = new int[oldKeys.length * 2];
    scripts = new int[oldKeys.length * 2];
    for (int k = 0; k < oldKeys.length; k++) {
      if (oldKeys[k] != 0) {
        int slot = slot(oldKeys[k]);
        keys[slot] = oldKeys[k];
        scripts[slot] = oldScripts[k];
      }
    }
  }

  private int slot(int key) {
    int slot = key * 0x9E3779B1 >>> 1 & keys.length - 1;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  /// The bytes it holds.
  public long bytes() {
    return 4L * chosen.length + 8L * keys.length;
  }
}

package org.sampan.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.linkage.engine.Blocks;
import org.sampan.linkage.engine.FieldValues;
import org.sampan.linkage.engine.PassKeys;
import org.sampan.linkage.engine.Prepared;
import org.sampan.linkage.engine.Rarity;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.record.RecordStore;

/// A part of the records of a register that no one machine holds. With the [Census] of the whole it
/// gives the same keys, the same bits and the same people as [Linkage] does over the whole; whoever
/// spreads the records brings those of one block, or of one group, to one shard. Not to be used by
/// several threads at once.
public final class Shard {

  private static final RunOptions ALONE =
      new RunOptions(1, Long.MAX_VALUE, 0, (stage, done, total) -> {});

  private final Prepared prepared;
  private final @Nullable PassKeys[] passes;

  private Shard(Prepared prepared) {
    this.prepared = prepared;
    this.passes = new @Nullable PassKeys[prepared.model.passes().size()];
  }

  /// What makes the keys of a pass, made when it is first asked for: not every shard asks.
  private PassKeys pass(int pass) {
    PassKeys made = passes[pass];
    if (made == null) {
      made = PassKeys.of(prepared, prepared.model.passes().get(pass));
      passes[pass] = made;
    }
    return made;
  }

  /// Makes ready a part of the records; reads each of its distinct values once.
  ///
  /// @throws IllegalArgumentException when a field of the model has no column in the records, or
  ///   the census is of another model
  public static Shard of(Model model, RecordStore store, Census census) {
    if (census.fields().size() != model.fields().size()) {
      throw new IllegalArgumentException("the census is of another model");
    }
    List<Prepared.Known> known = new ArrayList<>();
    for (Census.Known one : census.fields()) {
      known.add(
          new Prepared.Known(
              one.common(),
              text -> one.often().getOrDefault(text, Census.OFTEN - 1),
              one.total(),
              one.sounds()));
    }
    return new Shard(Prepared.part(model, store, known));
  }

  /// How many records are here.
  public int size() {
    return prepared.store.size();
  }

  /// Hears the values that a shard holds.
  @FunctionalInterface
  public interface Values {
    /// One distinct value of a field.
    ///
    /// @param record the first record that holds it
    /// @param count how many records of the shard hold it
    void value(int field, String text, int record, int count);
  }

  /// Tells every value that can be read, in the one text that stands for all spellings of it.
  public void values(Values hears) {
    for (int number = 0; number < prepared.fields.length; number++) {
      FieldValues values = prepared.fields[number];
      int[] counts = new int[values.canonicals()];
      int[] first = new int[counts.length];
      for (int record = prepared.store.size() - 1; record >= 0; record--) {
        int code = values.canonical(prepared.store.code(record, values.column));
        counts[code]++;
        first[code] = record;
      }
      for (int code = 1; code < counts.length; code++) {
        hears.value(number, Rarity.text(values, code), first[code], counts[code]);
      }
    }
  }

  /// Tells every value as it is written, of the fields whose common words are to be found.
  public void writings(Values hears) {
    for (int number = 0; number < prepared.fields.length; number++) {
      Field field = prepared.fields[number].field;
      int column = prepared.fields[number].column;
      if (Census.asksForWords(field.kind())) {
        int[] counts = new int[prepared.store.dictionary(column).size()];
        int[] first = new int[counts.length];
        for (int record = prepared.store.size() - 1; record >= 0; record--) {
          int code = prepared.store.code(record, column);
          counts[code]++;
          first[code] = record;
        }
        for (int code = 1; code < counts.length; code++) {
          String text = prepared.store.dictionary(column).text(code);
          hears.value(number, text, first[code], counts[code]);
        }
      }
    }
  }

  /// The marks of the scripts that a field's names stand in here; none for other kinds.
  public long[] scripts(int field) {
    return prepared.scripts(field);
  }

  /// Hears the keys of sound of the names that a shard holds.
  @FunctionalInterface
  public interface Sounds {
    /// One key.
    ///
    /// @param scripts a bit for each script it occurs in here; those of two shards are joined by OR
    void sound(int key, int scripts);
  }

  /// Tells each key of sound of the names of a field.
  public void sounds(int field, Sounds hears) {
    prepared.sounds(field, hears::sound);
  }

  /// How often a block of a pass can be cut by finer keys.
  public int depths(int pass) {
    return pass(pass).depths();
  }

  /// A record's keys in one pass, ascending without sign: none where it takes no part, several only
  /// where the pass goes by sound.
  public int[] keys(int record, int pass, Purge purge) {
    PassKeys maker = pass(pass);
    int[] keys = new int[maker.width()];
    int found = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      int key = maker.key(record, slot);
      int[][] cut = purge.cut()[pass];
      for (int depth = 0; depth < cut.length && key != 0; depth++) {
        if (Arrays.binarySearch(cut[depth], key) >= 0) {
          key = maker.finer(key, record, depth);
        }
      }
      if (key != 0 && Arrays.binarySearch(purge.leftOut()[pass], key) < 0) {
        keys[found++] = key ^ Integer.MIN_VALUE;
      }
    }
    Arrays.sort(keys, 0, found);
    return Arrays.stream(keys, 0, found).map(key -> key ^ Integer.MIN_VALUE).toArray();
  }

  /// Scores the pairs of whole blocks, each pair in the first block of the first pass that finds
  /// it.
  ///
  /// @param orders pass by pass, the records of the blocks that are here, those of one block beside
  ///   each other; a record of which several blocks are here may be held several times
  /// @param places pass by pass, the key of the block at each place of the order
  /// @param keys of each record, pass by pass, as [#keys] gives them
  /// @param floor bits below which a pair is counted but not handed on
  /// @return its completeness is of this shard alone and says nothing of the whole
  public Scoring score(
      int[][] orders, int[][] places, int[][][] keys, double floor, PairSink sink) {
    Blocks blocks = Blocks.given(prepared.store, orders, places, keys);
    return new ScoringRun(prepared, blocks, ALONE, floor).into(sink);
  }

  /// Gathers pairs, in the order in which [Linkage#score] hands them on, to make people of them.
  /// All records that such pairs connect must be here, numbered in the order of the whole.
  ///
  /// @param threshold bits from which two records are joined
  public Gathering gathering(double threshold) {
    return Linkage.learned(prepared, ALONE, null).gathering(threshold);
  }
}

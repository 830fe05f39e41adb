package org.sampan.linkage.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;

/// The records of one or two sources, columnar by dictionary: a cell costs four bytes, a distinct
/// value is held once. Records are numbered from 0 in the order they came, those of source 0 first.
public final class RecordStore {

  public static final int ROW_BITS = 15;
  public static final int ROW_MASK = (1 << ROW_BITS) - 1;

  private final List<String> columns;
  private final Dictionary[] dictionaries;
  private final TextPool ids = new TextPool();
  private int[][] idPlaces = new int[4][];
  private int[][] rows = new int[4][];
  private int size;
  private int border = -1;

  private RecordStore(List<String> columns, Dictionary[] dictionaries) {
    this.columns = columns;
    this.dictionaries = dictionaries;
  }

  /// Begins a store of records with these columns; the identifier is not one of them.
  public static Builder builder(List<String> columns) {
    if (columns.isEmpty() || new HashSet<>(columns).size() != columns.size()) {
      throw new IllegalArgumentException("columns have names, each of its own");
    }
    Dictionary[] dictionaries = new Dictionary[columns.size()];
    Arrays.setAll(dictionaries, column -> new Dictionary());
    return new Builder(new RecordStore(List.copyOf(columns), dictionaries));
  }

  /// Goes on filling this store; the records added belong to the last source. The caller sees to it
  /// that nobody reads meanwhile.
  public Builder more() {
    return new Builder(this);
  }

  /// The columns' names, in their order.
  public List<String> columns() {
    return columns;
  }

  /// How many records there are.
  public int size() {
    return size;
  }

  /// The number of the first record of source 1; the size when there is one source.
  public int border() {
    return border < 0 ? size : border;
  }

  /// Whether there are two sources, so that only pairs across them count.
  public boolean twoSources() {
    return border >= 0 && border < size;
  }

  /// The identifier of a record, as it was given.
  public String id(int record) {
    return ids.text(idPlaces[record >>> ROW_BITS][record & ROW_MASK]);
  }

  /// What a record holds in a column; empty when missing.
  public String value(int record, int column) {
    return dictionaries[column].text(code(record, column));
  }

  /// A record's values, in the columns' order.
  public List<String> values(int record) {
    List<String> values = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      values.add(value(record, column));
    }
    return values;
  }

  /// A store of some of the records, drawn at random; it shares the values of this one.
  ///
  /// @param most how many; all of them when there are fewer
  public RecordStore sample(int most, long seed) {
    if (size <= most) {
      return this;
    }
    RecordStore sample = new RecordStore(columns, dictionaries);
    SplittableRandom dice = new SplittableRandom(seed);
    int stride = columns.size();
    for (int record = 0; record < size; record++) {
      if (dice.nextInt(size - record) < most - sample.size) {
        if (twoSources() && record >= border && sample.border < 0) {
          sample.border = sample.size;
        }
        int[] to = sample.begin();
        System.arraycopy(
            rows[record >>> ROW_BITS],
            (record & ROW_MASK) * stride,
            to,
            (sample.size & ROW_MASK) * stride,
            stride);
        sample.size++;
      }
    }
    return sample;
  }

  /// The bytes that the store holds now.
  public long bytes() {
    long chunk = 4L * (columns.size() + 1) << ROW_BITS;
    long bytes = ids.bytes() + ((size >>> ROW_BITS) + 1) * chunk;
    for (Dictionary dictionary : dictionaries) {
      bytes += dictionary.bytes();
    }
    return bytes;
  }

  public int code(int record, int column) {
    return rows[record >>> ROW_BITS][(record & ROW_MASK) * columns.size() + column];
  }

  public int[][] rows() {
    return rows;
  }

  public Dictionary dictionary(int column) {
    return dictionaries[column];
  }

  public int[] begin() {
    int chunk = size >>> ROW_BITS;
    if (chunk == rows.length) {
      rows = Arrays.copyOf(rows, 2 * chunk);
      idPlaces = Arrays.copyOf(idPlaces, 2 * chunk);
    }
    if (rows[chunk] == null) {
      rows[chunk] = new int[columns.size() << ROW_BITS];
      idPlaces[chunk] = new int[1 << ROW_BITS];
    }
    return rows[chunk];
  }

  public int end(byte[] id, int start, int length) {
    idPlaces[size >>> ROW_BITS][size & ROW_MASK] =
        ids.append(id, start, Math.min(length, TextPool.LONGEST));
    return size++;
  }

  /// Fills a store, record by record; a record is begun by its first cell and closed by its
  /// identifier. Not for several threads.
  public static final class Builder {

    private final RecordStore store;
    private int[] chunk;
    private int place;

    private Builder(RecordStore store) {
      this.store = store;
      this.chunk = store.begin();
      this.place = (store.size & ROW_MASK) * store.columns.size();
    }

    /// Sets one cell of the record being read, from UTF-8 bytes; a cell never set is missing.
    public void cell(int column, byte[] utf8, int start, int length) {
      chunk[place + column] = store.dictionaries[column].code(utf8, start, length);
    }

    /// Whether a record that was closed before has this identifier.
    public boolean called(int record, byte[] id, int start, int length) {
      int place = store.idPlaces[record >>> ROW_BITS][record & ROW_MASK];
      return store.ids.holds(place, id, start, Math.min(length, TextPool.LONGEST));
    }

    /// Closes the record being read.
    ///
    /// @param source 0 or 1; all records of source 0 come first
    /// @return the record's number
    public int end(int source, byte[] id, int start, int length) {
      if (source < 0 || source > 1 || (source == 0 && store.border >= 0)) {
        throw new IllegalArgumentException(
            "records of source 0 come first, then those of source 1");
      }
      if (source == 1 && store.border < 0) {
        store.border = store.size;
      }
      int record = store.end(id, start, length);
      chunk = store.begin();
      place = (store.size & ROW_MASK) * store.columns.size();
      return record;
    }

    /// Adds a whole record; an empty or blank value is missing.
    public int add(String id, int source, String... values) {
      if (values.length != store.columns.size()) {
        throw new IllegalArgumentException(
            "the record has " + values.length + " values for " + store.columns.size() + " columns");
      }
      for (int column = 0; column < values.length; column++) {
        byte[] utf8 = values[column].getBytes(StandardCharsets.UTF_8);
        cell(column, utf8, 0, utf8.length);
      }
      byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
      return end(source, utf8, 0, utf8.length);
    }

    /// The store; the builder is of no use afterwards.
    public RecordStore build() {
      return store;
    }
  }
}

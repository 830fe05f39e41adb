package org.sampan.linkage.engine;

import org.jspecify.annotations.Nullable;
import org.sampan.linkage.value.Edits;
import org.sampan.linkage.value.NameHearing;
import org.sampan.linkage.value.Symbols;
import org.sampan.linkage.value.Text;
import org.sampan.names.Name;

/// Pairs on their way to a score: the members of a few blocks, gathered field by field so that a
/// comparison runs over short arrays, and the places of the pairs among them. One a thread.
public final class Batch {

  /// The most members; no block is larger.
  public static final int MEMBERS = 2048;

  /// The most pairs before they are scored.
  public static final int PAIRS = 4096;

  public final int[] records = new int[MEMBERS];
  public int members;

  /// Where each block begins among the members.
  final int[] blocks = new int[MEMBERS + 1];

  /// The key that the members of each block share.
  final int[] blockKeys = new int[MEMBERS + 1];

  int blockCount;

  /// The members' keys, pass by pass.
  public int[] keys = new int[0];

  /// The members' codes before they are made canonical, column after column.
  int[] cells = new int[0];

  public final int[][] codes;
  public final long[][] features;
  public final int[][] heads;
  public final int[][] wholes;

  /// Marks of the words of a text.
  public final long[][] marks;

  /// The symbols of a first member that is no record, whose number is -1.
  final byte[][] own;

  /// What a first member that is no record is called.
  final String[] ownTexts;

  /// The same, once it was read to be heard.
  final @Nullable Name[] ownNames;

  /// Whether names in two scripts wait to be compared.
  boolean unheard;

  final Text one = new Text();
  final Text other = new Text();
  final Edits edits = new Edits();

  public final int[] left = new int[PAIRS];
  public final int[] right = new int[PAIRS];
  public final byte[][] levels;
  public final double[] bits = new double[PAIRS];
  public int pairs;

  public Batch(int fields) {
    codes = new int[fields][MEMBERS];
    features = new long[fields][MEMBERS];
    heads = new int[fields][MEMBERS];
    wholes = new int[fields][MEMBERS];
    ownNames = new @Nullable Name[fields];
    ownTexts = new String[fields];
    java.util.Arrays.fill(ownTexts, "");
    own = new byte[fields][Symbols.LONGEST + 17];
    marks = new long[fields][MEMBERS];
    levels = new byte[fields][PAIRS];
  }

  public void clear() {
    members = 0;
    blockCount = 0;
    pairs = 0;
  }

  /// Takes a record as a member, to be gathered; returns its place.
  int take(int record) {
    records[members] = record;
    return members++;
  }

  /// Room for every member's cells, column after column.
  int[] cells(int columns) {
    if (cells.length < columns * MEMBERS) {
      cells = new int[columns * MEMBERS];
    }
    return cells;
  }

  /// Points the two texts at the symbols of two members.
  void point(FieldValues values, int field, int i, int j) {
    int base = values.column * MEMBERS;
    int length = Symbols.length(features[field][i]);
    if (records[i] < 0) {
      one.at(own[field], 0, length);
    } else {
      one.at(values.symbols, values.starts[cells[base + i]], length);
    }
    int start = values.starts[cells[base + j]];
    other.at(values.symbols, start, Symbols.length(features[field][j]));
  }

  /// How the names of two members, which stand in two scripts, sound to each other.
  NameHearing.Likeness heard(FieldValues values, int field, int i, int j) {
    int codeJ = cells[values.column * MEMBERS + j];
    if (records[i] >= 0) {
      return values.heard.likeness(cells[values.column * MEMBERS + i], codeJ);
    }
    Name own = ownNames[field];
    if (own == null) {
      own = NameHearing.read(ownTexts[field]);
      ownNames[field] = own;
    }
    return NameHearing.compare(own, values.heard.name(codeJ));
  }

  /// The pattern of levels of one pair: four bits a field.
  public long pattern(int pair) {
    long pattern = 0;
    for (int field = 0; field < levels.length; field++) {
      pattern |= (long) levels[field][pair] << 4 * field;
    }
    return pattern;
  }
}

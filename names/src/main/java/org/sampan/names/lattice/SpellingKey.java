package org.sampan.names.lattice;

/// What names a row of a table: its kind, label and native segment.
record SpellingKey(RowKind kind, String label, String written) {

  static SpellingKey of(SpellingRow row) {
    return new SpellingKey(row.kind(), row.label(), row.written());
  }

  /// The first two columns of its line, with the tab behind them.
  String line() {
    String name = kind.name().toLowerCase(java.util.Locale.ROOT);
    String head = label.isEmpty() ? name : name + "/" + label;
    return head + "\t" + (written.isEmpty() ? "-" : written) + "\t";
  }
}

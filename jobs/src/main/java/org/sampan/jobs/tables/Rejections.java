package org.sampan.jobs.tables;

/// Hears of every row that could not be taken.
@FunctionalInterface
public interface Rejections {

  /// A row that was left out.
  ///
  /// @param source the file or query
  /// @param line its line, or the number of the row, from 1
  /// @param reason in words that follow "the row"
  void row(String source, long line, String reason);
}

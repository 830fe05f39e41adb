package org.sampan.jobs.linkage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sampan.jobs.registers.InventedRegisters;

/// Lines of plain CSV files in tests.
final class Lines {

  private Lines() {}

  /// A register like FEBRL's.
  static void invent(int rows, Path file) {
    InventedRegisters.run(
        List.of("--generate", String.valueOf(rows), "--like", "febrl", "--out", file.toString()));
  }

  /// The cells of a column, without its name.
  static List<String> column(List<String> lines, int at) {
    return new ArrayList<>(lines.stream().skip(1).map(line -> cell(line, at)).toList());
  }

  static String cell(String line, int at) {
    return line.split(",", -1)[at];
  }
}

package org.sampan.sealing.court;

import java.util.ArrayList;
import java.util.List;

/// What an examination found: its checks in the order they were made, and one answer.
///
/// @param checks at least one
public record Report(List<Check> checks) {

  public Report {
    checks = List.copyOf(checks);
  }

  /// One check in plain words.
  ///
  /// @param holds whether it does
  /// @param says what was checked and found, one sentence or two
  public record Check(boolean holds, String says) {}

  /// Whether every check holds.
  public boolean valid() {
    return !checks.isEmpty() && checks.stream().allMatch(Check::holds);
  }

  /// The answer, VALID or INVALID, and a line for each check.
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(valid() ? "VALID" : "INVALID");
    checks.forEach(check -> lines.add((check.holds() ? "  yes  " : "  NO   ") + check.says()));
    return String.join("\n", lines) + "\n";
  }
}

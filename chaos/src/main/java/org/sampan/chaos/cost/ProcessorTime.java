package org.sampan.chaos.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Processor time of a process and of all that it started: on a crowded machine the one speed that
/// can be trusted.
///
/// Read from Linux's `/proc/PID/stat` (proc(5), fields 14 to 17), also what children took that have
/// ended since.
///
/// @param java seconds of the process itself
/// @param database seconds of all below it: its PostgreSQL
public record ProcessorTime(double java, double database) {

  /// Linux counts in hundredths of a second, whatever the kernel was built with.
  private static final double TICKS = 100;

  private static final int FIRST = 11;

  /// What the process and all below it took until now; zero when it is gone.
  ///
  /// @param pid of a process that runs
  public static ProcessorTime until(long pid) {
    double below =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::descendants)
            .mapToDouble(child -> seconds(child.pid(), 4))
            .sum();
    return new ProcessorTime(seconds(pid, 2), below);
  }

  /// What several took together.
  public static ProcessorTime until(List<Long> pids) {
    return pids.stream()
        .map(ProcessorTime::until)
        .reduce(new ProcessorTime(0, 0), (one, other) -> one.plus(other, 1));
  }

  /// What was taken since then.
  public ProcessorTime since(ProcessorTime before) {
    return plus(before, -1);
  }

  /// Both together, in milliseconds for each of so many.
  public double millisEach(long many) {
    return 1000 * (java + database) / many;
  }

  private ProcessorTime plus(ProcessorTime other, int sign) {
    return new ProcessorTime(java + sign * other.java, database + sign * other.database);
  }

  private static double seconds(long pid, int fields) {
    try {
      String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name in brackets may hold blanks and brackets itself.
      String[] after = line.substring(line.lastIndexOf(')') + 2).split(" ");
      return Stream.of(after).skip(FIRST).limit(fields).mapToLong(Long::parseLong).sum() / TICKS;
    } catch (IOException gone) {
      return 0;
    }
  }
}

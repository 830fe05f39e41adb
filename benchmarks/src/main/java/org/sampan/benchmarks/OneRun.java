package org.sampan.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/// What one engine came to on one file, in a process of its own.
///
/// @param engine its name
/// @param bestF1 at the threshold that suits it best
/// @param f1 at its own threshold, or below 0 when it has none
/// @param clusterF1 of its clusters, or below 0 when it makes none
/// @param records in the file
/// @param peakBytes the most memory its process held
record OneRun(
    String engine,
    double bestF1,
    double f1,
    double clusterF1,
    double precision,
    double recall,
    double completeness,
    long records,
    long pairs,
    double cpuSeconds,
    long peakBytes) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Runs a peer on a file and prints the outcome as the last line.
  static void print(String engine, String file) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err);
    Accuracy found = Engine.named(engine).link(file);
    double cpu =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    OneRun run =
        new OneRun(
            engine,
            found.f1(),
            -1,
            -1,
            found.precision(),
            found.recall(),
            found.completeness(),
            0,
            found.pairs(),
            cpu,
            peak());
    out.println(JSON.writeValueAsString(run));
    out.flush();
    System.exit(0);
  }

  static OneRun parse(String json) {
    return JSON.readValue(json, OneRun.class);
  }

  static long peak() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }
}

package org.sampan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Where and when something was measured.
///
/// @param when in UTC
/// @param load how many threads wanted a processor, on average of the last minute
public record Circumstances(String when, String load) {

  /// Now.
  public static Circumstances now() throws IOException {
    String when =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(Clock.systemUTC().instant());
    return new Circumstances(when, Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
  }

  /// The machine in words.
  public static String machine() throws IOException {
    String processor = line("/proc/cpuinfo", "model name");
    String memory = line("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
    return "%d cores of %s, %d GiB, Java %s by %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor,
            Math.round(Long.parseLong(memory) / 1048576.0),
            Runtime.version(),
            System.getProperty("java.vendor"));
  }

  private static String line(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .orElse("an unknown processor");
  }
}

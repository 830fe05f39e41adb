package org.sampan.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Debian's faketime: the whole process believes another hour, and no line of the product knows.
///
/// @param library `libfaketime`, loaded before everything else
/// @param dial the file it reads its offset from, once a second
record FalseTime(Path library, Path dial) {

  /// What an operator of a trial installs to have it.
  static final String ABSENT = "not tried: faketime is not installed (apt-get install faketime)";

  /// The one for a station, when the library is installed.
  static Optional<FalseTime> of(Station station) throws IOException {
    Path folder = Path.of("/usr/lib");
    try (Stream<Path> found =
        Files.find(folder, 3, (path, is) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
      return found.findFirst().map(file -> new FalseTime(file, station.folder.resolve("dial")));
    } catch (java.io.UncheckedIOException notOurs) {
      return Optional.empty();
    }
  }

  /// From now on the process is this far ahead, or behind.
  void set(Duration ahead) throws IOException {
    Files.writeString(dial, (ahead.isNegative() ? "" : "+") + ahead.toSeconds() + "\n");
  }

  /// What the process must be started with. Clocks that only measure lengths go on as they are.
  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("LD_PRELOAD", library.toString());
    environment.put("FAKETIME_TIMESTAMP_FILE", dial.toString());
    environment.put("FAKETIME_CACHE_DURATION", "1");
    environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    // Its mending of waits costs a Java process half a minute at its start, and mends nothing
    // there.
    environment.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    return environment;
  }
}

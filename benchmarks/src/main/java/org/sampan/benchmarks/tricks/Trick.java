package org.sampan.benchmarks.tricks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// A trick of the engine.
///
/// @param name of the folder that holds its twin
/// @param work on which it is measured: `febrl`, `mekong` or `lookup`
/// @param what it does, in a few words
record Trick(String name, String work, String what) {

  /// All tricks, in the order of `tricks.csv`.
  ///
  /// @param twins the folder `linkage/src/twins`
  static List<Trick> all(Path twins) throws IOException {
    return Files.readAllLines(twins.resolve("tricks.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", 3))
        .map(cells -> new Trick(cells[0], cells[1], cells[2]))
        .toList();
  }

  /// Compiles the twin against the engine that runs here.
  ///
  /// @return the folder to put before it on the class path
  Path compiled(Path twins, Path scratch) throws IOException {
    Path to = Files.createDirectories(scratch.resolve(name));
    List<String> arguments =
        new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", to.toString(), "-cp"));
    arguments.add(System.getProperty("java.class.path"));
    try (Stream<Path> sources = Files.list(twins.resolve("java").resolve(name))) {
      sources.map(Path::toString).forEach(arguments::add);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, System.err, System.err, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("the twin of " + name + " does not compile");
    }
    return to;
  }
}

package org.sampan.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sampan.NodeReach;
import org.sampan.OperatorRefusal;
import org.sampan.Settings;
import org.sampan.database.NodeDatabase;
import org.sampan.places.GazetteerImport;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `./sampan places FILE`: takes a published gazetteer of finer places, whole or not at all.
final class Gazetteer {

  private Gazetteer() {}

  static int run(List<String> arguments) {
    if (arguments.isEmpty() || arguments.getFirst().startsWith("-")) {
      throw new OperatorRefusal("./sampan places FILE [--settings FILE]");
    }
    Path file = Path.of(arguments.getFirst());
    if (!Files.isReadable(file)) {
      throw new OperatorRefusal("There is no file " + file + " to read.");
    }
    Settings settings = Settings.read(arguments.subList(1, arguments.size()), System.getenv());
    return say(NodeReach.with(settings, database -> take(database, file)));
  }

  static GazetteerImport.Outcome take(NodeDatabase database, Path file) {
    DriverManagerDataSource asNode =
        new DriverManagerDataSource(database.url(), database.nodeUser(), database.nodePassword());
    try (InputStream in = Files.newInputStream(file)) {
      return GazetteerImport.into(asNode).take(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static int say(GazetteerImport.Outcome outcome) {
    return switch (outcome) {
      case GazetteerImport.Taken taken -> {
        System.out.printf(
            "%d places read: %d are new, %d differed.%n",
            taken.rows(), taken.added(), taken.changed());
        yield 0;
      }
      case GazetteerImport.Refused refused -> {
        refused
            .problems()
            .forEach(one -> System.err.printf("line %d: %s%n", one.line(), one.what()));
        System.err.println("Nothing was taken; mend these lines and run it again.");
        yield 1;
      }
    };
  }
}

package org.sampan.jobs.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.OperatorRefusal;
import org.sampan.names.Encoding;
import org.sampan.names.Name;
import org.sampan.names.Names;
import org.sampan.names.Script;
import org.sampan.names.Training;
import org.sampan.names.lattice.Learning;
import org.sampan.names.script.Zawgyi;

/// Models that do not ship: from a folder, or taught on the spot from half of a file.
final class ModelFolder {

  private ModelFolder() {}

  /// The names of a folder of model files, which falls back to what ships for a file it lacks.
  static Names names(@Nullable String folder) {
    if (folder == null) {
      return Names.shipped();
    }
    Path path = Path.of(folder);
    if (!Files.isDirectory(path)) {
      throw new OperatorRefusal(folder + " is not a folder of model files.");
    }
    try {
      return Names.of(name -> lines(path, name));
    } catch (IllegalArgumentException unreadable) {
      throw new OperatorRefusal("A model file cannot be read: " + unreadable.getMessage());
    }
  }

  private static List<String> lines(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? Files.readAllLines(file) : Names.shippedFile(name);
    } catch (IOException unreadable) {
      throw new OperatorRefusal(file + " cannot be read.");
    }
  }

  /// The written tables and what these rows teach, and nothing else; an experiment that never
  /// ships.
  static Names taught(List<PairFile.Row> rows, Encoding encoding) {
    Training training = new Training(Names::shippedFile);
    List<Learning.Pair> pairs = new ArrayList<>();
    List<String> forms = new ArrayList<>();
    for (PairFile.Row row : rows) {
      String written = row.written().getFirst();
      String unicode = encoding == Encoding.ZAWGYI ? Zawgyi.toUnicode(written) : written;
      row.latin().forEach(latin -> pairs.add(new Learning.Pair(unicode, latin)));
      forms.addAll(row.latin());
    }
    Script script = script(rows, encoding);
    String name = script.name().toLowerCase(java.util.Locale.ROOT);
    Map<String, List<String>> files = new HashMap<>();
    files.put(name + ".learned.tsv", training.learned(script, pairs));
    files.put(name + ".background.tsv", training.background(forms));
    return Names.of(file -> {
      List<String> taught = files.get(file);
      return taught == null ? Names.shippedFile(file) : taught;
    });
  }

  /// A model of a folder, one script of which learned from some rows only.
  static Names taught(Script script, List<PairFile.Row> rows, Path folder) {
    Training training = new Training(Names::shippedFile);
    List<Learning.Pair> pairs = new ArrayList<>();
    List<String> forms = new ArrayList<>();
    for (PairFile.Row row : rows) {
      row.latin().forEach(latin -> pairs.add(new Learning.Pair(row.written().getFirst(), latin)));
      forms.addAll(row.latin());
    }
    String name = script.name().toLowerCase(java.util.Locale.ROOT);
    List<String> learned = training.learned(script, pairs);
    List<String> background = training.background(forms);
    return Names.of(file -> {
      if (file.equals(name + ".learned.tsv")) {
        return learned;
      }
      return file.equals(name + ".background.tsv") ? background : lines(folder, file);
    });
  }

  private static Script script(List<PairFile.Row> rows, Encoding encoding) {
    Map<Script, Integer> counts = new HashMap<>();
    for (PairFile.Row row : rows) {
      Name name = Names.shipped().read(row.written().getFirst(), encoding);
      counts.merge(name.script(), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Script.LATIN);
  }
}

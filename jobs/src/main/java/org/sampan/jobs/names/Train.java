package org.sampan.jobs.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sampan.OperatorRefusal;
import org.sampan.names.Names;
import org.sampan.names.Script;
import org.sampan.names.Training;
import org.sampan.names.lattice.Learning;

/// `names train DATA_FOLDER`: makes the learned tables and the backgrounds from the files that may
/// train, and only from them.
final class Train {

  /// What may train: its file below the data folder, and what a model file says of it.
  private enum Source {
    THAI_PLACES("thai-place.tsv", "kongvut/thai-province-data 9711e72, MIT"),
    KHMER_PLACES("khmer-place.tsv", "dwilkie/pumi 3a5c2be (NCDD), MIT"),
    LAO_WORDS("lao-word.tsv", "wannaphong/LaoNLP ce68866 (Lao e-Government Center 2015), MIT"),
    VIETNAMESE_PERSONS("vietnamese-person.tsv", "Wikidata through everypolitician, CC0"),
    CHINESE_PERSONS("chinese-person.tsv", "Wikidata through everypolitician, CC0");

    private final String file;
    private final String origin;

    Source(String file, String origin) {
      this.file = file;
      this.origin = origin;
    }
  }

  private static final Map<Script, List<Source>> SOURCES =
      Map.of(
          Script.THAI, List.of(Source.THAI_PLACES),
          Script.LAO, List.of(Source.LAO_WORDS),
          Script.KHMER, List.of(Source.KHMER_PLACES),
          Script.BURMESE, List.of(),
          Script.LATIN, List.of(Source.values()));

  private Train() {}

  static int run(List<String> arguments) {
    Options options = Options.of(arguments, Set.of("--out"), Set.of());
    if (options.words().size() != 1) {
      throw new OperatorRefusal("names train needs the data folder.");
    }
    Path data = Path.of(options.words().getFirst()).resolve("names");
    Path out = Path.of(options.values().getOrDefault("--out", "names-model"));
    Training training = new Training(Names::shippedFile);
    try {
      Files.createDirectories(out);
      for (Script script :
          List.of(Script.THAI, Script.LAO, Script.KHMER, Script.BURMESE, Script.LATIN)) {
        System.err.println("Training " + script.name().toLowerCase(Locale.ROOT));
        train(script, data, out, training);
      }
      Calibrations.write(data, out);
    } catch (IOException unwritable) {
      throw new OperatorRefusal("The model files cannot be written to " + out);
    }
    System.out.println("The model files are in " + out);
    return 0;
  }

  private static void train(Script script, Path data, Path out, Training training)
      throws IOException {
    List<Learning.Pair> pairs = new ArrayList<>();
    List<String> forms = new ArrayList<>();
    List<Source> sources = SOURCES.getOrDefault(script, List.of());
    for (Source source : sources) {
      for (PairFile.Row row : PairFile.read(data.resolve(source.file)).rows()) {
        forms.addAll(row.latin());
        row.latin().forEach(latin -> pairs.add(new Learning.Pair(row.written().getFirst(), latin)));
      }
    }
    String name = script.name().toLowerCase(Locale.ROOT);
    List<String> people = new ArrayList<>();
    if (script == Script.LATIN) {
      pairs.clear();
      for (Script each : List.of(Script.THAI, Script.LAO, Script.KHMER, Script.BURMESE)) {
        people.addAll(training.invented(each));
      }
    } else {
      people.addAll(training.invented(script));
    }
    if (forms.isEmpty()) {
      forms.addAll(people);
    }
    write(
        out.resolve(name + ".learned.tsv"),
        sources,
        "kind[/label] TAB native TAB spelling:count",
        training.learned(script, pairs));
    String columns = "three letters TAB count; _ is the edge of a name";
    write(out.resolve(name + ".background.tsv"), sources, columns, training.background(forms));
    write(out.resolve(name + ".people.tsv"), List.of(), columns, training.background(people));
  }

  private static void write(Path file, List<Source> sources, String columns, List<String> lines)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.add("# Made by ./sampan names train; do not edit. " + columns);
    for (Source source : sources) {
      all.add("# Learned from " + source.file + ": " + source.origin);
    }
    all.add("# And from names invented out of the written tables (Apache-2.0).");
    all.add(
        "# It never saw: nozomiyamada/thai_romanization, korkeatw/thai-names-corpus,"
            + " L16H7/Myanmar_Names, the Burmese candidates of 2015, the Lao districts, MIMU's places,"
            + " ye-kyaw-thu/MTRSS (it may train, but taught nothing), any closed set.");
    all.addAll(lines);
    Files.write(file, all);
  }
}

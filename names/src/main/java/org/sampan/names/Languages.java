package org.sampan.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.sampan.names.lattice.Background;
import org.sampan.names.lattice.Calibration;
import org.sampan.names.lattice.Language;
import org.sampan.names.lattice.SpellingTable;
import org.sampan.names.script.NormalForm;

/// The languages whose spelling tables ship, one a script, in the order of [#SCRIPTS].
final class Languages {

  static final List<Script> SCRIPTS =
      List.of(Script.THAI, Script.LAO, Script.KHMER, Script.BURMESE, Script.LATIN);

  private final List<Language> languages;

  Languages(List<Language> languages) {
    this.languages = List.copyOf(languages);
  }

  /// Makes the languages from files found by name.
  static Languages of(Function<String, List<String>> files) {
    List<Language> languages = new ArrayList<>();
    for (Script script : SCRIPTS) {
      String name = name(script);
      SpellingTable table =
          written(script, files)
              .learned(files.apply(name + ".learned.tsv"), form(script), strength(script));
      languages.add(
          new Language(
              form(script),
              table,
              Background.read(files.apply(name + ".background.tsv")),
              Background.read(files.apply(name + ".people.tsv")),
              Calibration.read(files.apply("calibration.tsv"), name)));
    }
    return new Languages(languages);
  }

  /// The spellings written by hand, before anything was learned.
  static SpellingTable written(Script script, Function<String, List<String>> files) {
    return SpellingTable.of(files.apply(name(script) + ".spellings.tsv"), form(script));
  }

  /// How many sightings of a row its written spellings count as. Thai is learned from official
  /// place names only, and people spell otherwise: there what was written weighs most.
  static double strength(Script script) {
    return script == Script.THAI ? 400 : 20;
  }

  static String name(Script script) {
    return script.name().toLowerCase(Locale.ROOT);
  }

  /// The language of a script: its own, or that of Latin letters.
  Language of(Script script) {
    return languages.get(index(script));
  }

  Language at(int index) {
    return languages.get(index);
  }

  static int index(Script script) {
    return switch (script) {
      case THAI -> 0;
      case LAO -> 1;
      case KHMER -> 2;
      case BURMESE -> 3;
      case LATIN, HAN, OTHER, NONE -> 4;
    };
  }

  static NormalForm form(Script script) {
    return switch (script) {
      case THAI -> NormalForm.THAI;
      case LAO -> NormalForm.LAO;
      case KHMER -> NormalForm.KHMER;
      case BURMESE -> NormalForm.BURMESE;
      case LATIN -> NormalForm.LATIN;
      case HAN, OTHER, NONE -> NormalForm.PLAIN;
    };
  }

  /// The lines of a file that lies beside this class.
  static List<String> shipped(String file) {
    try (InputStream in = Languages.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("This build lacks " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

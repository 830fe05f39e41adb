package org.sampan.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.sampan.names.honorifics.Honorifics;
import org.sampan.names.honorifics.SplitName;
import org.sampan.names.lattice.LatinForm;
import org.sampan.names.lattice.Lattice;
import org.sampan.names.lattice.Letters;
import org.sampan.names.script.Zawgyi;

/// Cuts a written name into honorifics and parts and makes what it is compared by.
final class NameReader {

  /// More parts than this are read as one with their neighbours.
  static final int MOST_PARTS = 6;

  private final Languages languages;

  NameReader(Languages languages) {
    this.languages = languages;
  }

  Name read(String written, Encoding encoding) {
    String text = written.length() <= Name.LONGEST ? written : cut(written);
    if (encoding == Encoding.ZAWGYI) {
      text = Zawgyi.toUnicode(text);
    }
    text = Normalizer.normalize(text, Normalizer.Form.NFC);
    SplitName split = Honorifics.shipped().split(text);
    List<NamePart> parts = parts(split);
    Script script = script(parts);
    return new Name(written, script, parts, split, forms(script, parts, split));
  }

  private static String cut(String written) {
    int end = Name.LONGEST;
    return written.substring(0, Character.isHighSurrogate(written.charAt(end - 1)) ? end - 1 : end);
  }

  /// The words of the name; what stands before the core may be a title that nobody wrote elsewhere.
  private static List<NamePart> parts(SplitName split) {
    int core = Math.max(0, split.name().indexOf(split.core()));
    List<NamePart> parts = new ArrayList<>();
    int at = 0;
    for (String word : split.name().split("[\\s\\p{Z},;/၊()]+")) {
      if (!word.isEmpty()) {
        int begin = Math.max(at, split.name().indexOf(word, at));
        at = begin + word.length();
        int title = Math.clamp(core - begin, 0, word.length());
        NamePart part = new NamePart(word, firstScript(word), title);
        if (parts.size() == MOST_PARTS) {
          NamePart last = parts.removeLast();
          part = new NamePart(last.written() + word, last.script(), last.titleLength());
        }
        parts.add(part);
      }
    }
    return parts;
  }

  private static Script firstScript(String word) {
    return word.codePoints()
        .mapToObj(Script::of)
        .filter(script -> script != Script.NONE)
        .findFirst()
        .orElse(Script.NONE);
  }

  /// A native script wins over Latin: people add Latin to a native name, not the reverse.
  private static Script script(List<NamePart> parts) {
    Script best = Script.NONE;
    for (NamePart part : parts) {
      Script script = part.script();
      boolean weak = best == Script.LATIN || best == Script.OTHER;
      if (best == Script.NONE || weak && script != Script.NONE && script != Script.OTHER) {
        best = script;
      }
    }
    return best;
  }

  private Name.Forms forms(Script script, List<NamePart> parts, SplitName split) {
    if (script == Script.HAN) {
      return new Name.Forms(List.of(), List.of());
    }
    List<Lattice> lattices = new ArrayList<>();
    for (NamePart part : parts) {
      lattices.add(languages.of(part.script()).read(part.written(), part.titleLength()));
    }
    return new Name.Forms(lattices, script == Script.LATIN ? latin(split) : List.of());
  }

  private List<LatinForm> latin(SplitName split) {
    Letters letters = Letters.of(split.name());
    boolean[] titles = titles(tokens(letters), tokens(Letters.of(split.core())));
    List<LatinForm> latin = new ArrayList<>();
    for (int i = 0; i < Languages.SCRIPTS.size(); i++) {
      latin.add(LatinForm.of(letters, languages.at(i), titles));
    }
    return latin;
  }

  private static String[] tokens(Letters letters) {
    return letters.toString().split(" ");
  }

  private static boolean[] titles(String[] tokens, String[] core) {
    boolean[] titles = new boolean[tokens.length];
    int at = Collections.indexOfSubList(Arrays.asList(tokens), Arrays.asList(core));
    for (int i = 0; i < titles.length; i++) {
      titles[i] = at >= 0 && (i < at || i >= at + core.length);
    }
    return titles;
  }
}

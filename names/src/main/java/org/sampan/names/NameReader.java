package org.sampan.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.sampan.names.lattice.LatinForm;
import org.sampan.names.lattice.Lattice;
import org.sampan.names.lattice.Letters;
import org.sampan.names.script.Zawgyi;

/// Cuts a written name into titles and parts and makes what it is compared by.
final class NameReader {

  /// More parts than this are read as one with their neighbours.
  private static final int MOST_PARTS = 6;

  private final Languages languages;
  private final Honorifics honorifics;

  NameReader(Languages languages, Honorifics honorifics) {
    this.languages = languages;
    this.honorifics = honorifics;
  }

  Name read(String written, Encoding encoding) {
    String text = written.length() <= Name.LONGEST ? written : cut(written);
    if (encoding == Encoding.ZAWGYI) {
      text = Zawgyi.toUnicode(text);
    }
    text = Normalizer.normalize(text, Normalizer.Form.NFC);
    List<NamePart> parts = new ArrayList<>();
    List<Honorific> titles = new ArrayList<>();
    for (String word : words(text)) {
      Honorific alone = honorifics.whole(word);
      if (alone != null) {
        titles.add(alone);
      }
      parts.add(part(word, titles));
    }
    Script script = script(parts);
    return new Name(written, script, parts, titles, forms(script, parts, text));
  }

  private static String cut(String written) {
    int end = Name.LONGEST;
    return written.substring(0, Character.isHighSurrogate(written.charAt(end - 1)) ? end - 1 : end);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("[\\s\\p{Z},;/၊()]+")) {
      if (!word.isEmpty()) {
        int last = words.size() - 1;
        if (words.size() < MOST_PARTS) {
          words.add(word);
        } else {
          words.set(last, words.get(last) + word);
        }
      }
    }
    return words;
  }

  private NamePart part(String word, List<Honorific> titles) {
    Honorific before = honorifics.leading(word);
    if (before != null) {
      titles.add(before);
    }
    return new NamePart(word, firstScript(word), before == null ? 0 : before.written().length());
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
      boolean better = best == Script.NONE || best == Script.LATIN || best == Script.OTHER;
      if (script != Script.NONE && better && (best == Script.NONE || script != Script.OTHER)) {
        best = script;
      }
    }
    return best;
  }

  private Name.ReadForms forms(Script script, List<NamePart> parts, String text) {
    List<Lattice> lattices = new ArrayList<>();
    for (NamePart part : parts) {
      if (honorifics.whole(part.written()) == null || parts.size() == 1) {
        lattices.add(languages.of(part.script()).read(part.written(), part.titleLength()));
      }
    }
    List<LatinForm> latin = new ArrayList<>();
    if (script == Script.LATIN) {
      Letters letters = Letters.of(text);
      boolean[] titles = honorifics.tokens(letters.toString().split(" "));
      for (int i = 0; i < Languages.SCRIPTS.size(); i++) {
        latin.add(LatinForm.of(letters, languages.at(i), titles));
      }
    }
    return new Name.ReadForms(lattices, latin);
  }
}

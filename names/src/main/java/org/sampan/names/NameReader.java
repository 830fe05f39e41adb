package org.sampan.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.sampan.names.honorifics.CalledName;
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
    CalledName named = CalledName.of(text);
    boolean only = named.name().isBlank() && !named.nicknames().isEmpty();
    List<Name> called = named.nicknames().stream().map(this::plain).toList();
    return name(
        written, only ? named.nicknames().getFirst() : named.name(), new Name.Called(called, only));
  }

  private Name name(String written, String text, Name.Called called) {
    SplitName split = Honorifics.shipped().split(text);
    List<NamePart> parts = parts(text, split);
    Script script = script(parts);
    Name.Called all = called.names().isEmpty() ? familiar(parts, split) : called;
    return new Name(written, script, parts, split, forms(script, parts, split, all));
  }

  /// One word behind a word of kinship (น้องเล็ก, 阿明, Bé Lan) is what its bearer is called.
  private Name.Called familiar(List<NamePart> parts, SplitName split) {
    boolean kin =
        split.found().stream().anyMatch(found -> found.honorific().kind().equals("kinship"));
    boolean one = split.core().codePoints().noneMatch(Character::isWhitespace);
    return kin && one && !parts.isEmpty()
        ? new Name.Called(List.of(plain(split.core())), true)
        : Name.Called.NOT;
  }

  /// Reads a name in which nothing is set apart.
  Name plain(String text) {
    SplitName split = new SplitName(text, text, List.of());
    List<NamePart> parts = parts(text, split);
    Script script = script(parts);
    return new Name(text, script, parts, split, forms(script, parts, split, Name.Called.NOT));
  }

  private static String cut(String written) {
    int end = Name.LONGEST;
    return written.substring(0, Character.isHighSurrogate(written.charAt(end - 1)) ? end - 1 : end);
  }

  /// The words of the name; what stands before the core may be a title that nobody wrote elsewhere.
  private static List<NamePart> parts(String text, SplitName split) {
    String grown = grownTitle(text, split.name());
    String name = grown + split.name();
    int core = grown.length() + Math.max(0, split.name().indexOf(split.core()));
    List<NamePart> parts = new ArrayList<>();
    int at = 0;
    for (String word : name.split("[\\s\\p{Z},;/၊()]+")) {
      if (!word.isEmpty()) {
        int begin = Math.max(at, name.indexOf(word, at));
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

  /// A title without a blank behind it, in a script that writes none: it may be the beginning of
  /// the name (นาย ม or นายม).
  private static String grownTitle(String text, String name) {
    int end = text.indexOf(name);
    int begin = Math.max(0, end);
    while (begin > 0 && growing(text.charAt(begin - 1))) {
      begin--;
    }
    return text.substring(begin, Math.max(0, end));
  }

  private static boolean growing(char c) {
    return switch (Script.of(c)) {
      case THAI, LAO, KHMER, BURMESE -> c != '\u0E2F';
      case HAN, LATIN, OTHER, NONE -> false;
    };
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

  private Name.Forms forms(
      Script script, List<NamePart> parts, SplitName split, Name.Called called) {
    if (script == Script.HAN) {
      return new Name.Forms(List.of(), List.of(), called);
    }
    List<Lattice> lattices = new ArrayList<>();
    for (NamePart part : parts) {
      lattices.add(languages.of(part.script()).read(part.written(), part.titleLength()));
    }
    return new Name.Forms(lattices, script == Script.LATIN ? latin(split) : List.of(), called);
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

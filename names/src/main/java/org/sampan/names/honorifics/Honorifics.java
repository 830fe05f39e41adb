package org.sampan.names.honorifics;

import static java.util.Comparator.comparing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sampan.names.tables.Table;

/// The honorifics of the region. Immutable, safe for many threads.
public final class Honorifics {
  /// More words than this before a name are not looked for.
  private static final int ROUNDS = 6;

  private final List<Honorific> all;
  private final NativeHonorifics natives;
  private final LatinHonorifics latins;

  private Honorifics(List<Honorific> all) {
    this.all = List.copyOf(all);
    List<Honorific> longestFirst =
        all.stream().sorted(comparing((Honorific h) -> h.form().length()).reversed()).toList();
    natives =
        new NativeHonorifics(
            longestFirst.stream().filter(h -> !h.script().equals("latin")).toList());
    latins =
        new LatinHonorifics(longestFirst.stream().filter(h -> h.script().equals("latin")).toList());
  }

  private static final class Shipped {
    private static final Honorifics HONORIFICS =
        new Honorifics(
            Table.beside(Honorifics.class, "honorifics.csv").rows().stream()
                .map(Honorifics::row)
                .toList());
  }

  /// The table that this module carries, loaded once.
  public static Honorifics shipped() {
    return Shipped.HONORIFICS;
  }

  private static Honorific row(List<String> cells) {
    String sex = cells.get(5).isEmpty() ? "UNSAID" : cells.get(5).toUpperCase(Locale.ROOT);
    return new Honorific(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        Honorific.Place.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
        cells.get(4),
        Honorific.Sex.valueOf(sex),
        cells.get(6).equals("perhaps"),
        cells.get(7).equals("child"));
  }

  /// Every honorific, in the order of the table.
  public List<Honorific> all() {
    return all;
  }

  /// Sets the honorifics of a written name apart.
  ///
  /// @param written any string; composed and decomposed letters are the same
  public SplitName split(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFC).strip();
    var found = new ArrayList<SplitName.Found>();
    String name = stripped(text, false, found);
    String core = stripped(name, true, found);
    return new SplitName(name, core, found);
  }

  /// Takes words off both ends, again and again: those that are certainly no part of a name, or
  /// those that may be one.
  private String stripped(String text, boolean perhaps, List<SplitName.Found> found) {
    String rest = text;
    for (int round = 0; round < ROUNDS; round++) {
      Cut cut = natives.cut(rest, perhaps);
      if (cut == null) {
        cut = latins.cut(rest, perhaps);
      }
      if (cut == null || cut.rest().isBlank()) {
        return rest;
      }
      found.add(cut.found());
      rest = cut.rest();
    }
    return rest;
  }

  /// One honorific taken off, and what remains.
  record Cut(SplitName.Found found, String rest) {}
}

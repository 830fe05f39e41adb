package org.sampan.sealing.log;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with signatures below it (C2SP signed-note): the text, an empty line, one line a
/// signature.
///
/// @param text ends with a line feed and holds no other control character
/// @param lines 1 to 64 signatures
public record SignedNote(String text, List<Line> lines) {
  /// The longest note read: a checkpoint with 64 cosignatures is shorter.
  public static final int MOST = 16 * 1024;

  private static final int MOST_LINES = 64;
  private static final String SPLIT = "\n\n";

  public SignedNote {
    lines = List.copyOf(lines);
    boolean plain = text.chars().allMatch(unit -> unit == '\n' || unit >= 0x20 && unit < 0x7f);
    if (!text.endsWith("\n") || !plain || lines.isEmpty() || lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("this is no signed note");
    }
  }

  /// One signature: whose, and which bytes.
  ///
  /// @param name of the key, without spaces or plus
  /// @param base64 four bytes that name the key, then the signature
  public record Line(String name, String base64) {
    private static final Pattern FORM =
        Pattern.compile("\u2014 ([!-*,-~]{1,80}) ([0-9A-Za-z+/=]+)");

    public Line {
      byte[] bytes = Base64.getDecoder().decode(base64);
      boolean one = Base64.getEncoder().encodeToString(bytes).equals(base64);
      if (bytes.length < 5 || !one || !FORM.matcher(dashed(name, base64)).matches()) {
        throw new IllegalArgumentException("this is no signature line");
      }
    }

    /// Reads [#toString()].
    ///
    /// @throws IllegalArgumentException on any other spelling
    public static Line parse(String text) {
      Matcher match = FORM.matcher(text);
      if (!match.matches()) {
        throw new IllegalArgumentException("this is no signature line");
      }
      return new Line(match.group(1), match.group(2));
    }

    byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }

    private static String dashed(String name, String base64) {
      return "\u2014 " + name + " " + base64;
    }

    @Override
    public String toString() {
      return dashed(name, base64);
    }
  }

  /// Reads [#toString()].
  ///
  /// @throws IllegalArgumentException on any other spelling
  public static SignedNote parse(String note) {
    int split = note.lastIndexOf(SPLIT);
    if (split < 0 || note.length() > MOST || !note.endsWith("\n")) {
      throw new IllegalArgumentException("this is no signed note");
    }
    String below = note.substring(split + SPLIT.length());
    List<Line> lines = new ArrayList<>();
    for (String line : below.isEmpty() ? new String[0] : below.split("\n", MOST_LINES + 2)) {
      if (!line.isEmpty()) {
        lines.add(Line.parse(line));
      }
    }
    SignedNote read = new SignedNote(note.substring(0, split + 1), lines);
    if (!read.toString().equals(note)) {
      throw new IllegalArgumentException("this is no signed note");
    }
    return read;
  }

  /// This note with another signature below it, in place of an older one by the same key.
  public SignedNote with(Line line) {
    List<Line> more = new ArrayList<>(lines);
    more.removeIf(each -> each.name().equals(line.name()) && sameKey(each, line));
    more.add(line);
    return new SignedNote(text, more);
  }

  private static boolean sameKey(Line one, Line other) {
    return new java.math.BigInteger(one.bytes(), 0, 4)
        .equals(new java.math.BigInteger(other.bytes(), 0, 4));
  }

  /// The note as it is written: UTF-8.
  @Override
  public String toString() {
    StringBuilder all = new StringBuilder(text).append('\n');
    lines.forEach(line -> all.append(line).append('\n'));
    return all.toString();
  }
}

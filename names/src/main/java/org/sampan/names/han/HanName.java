package org.sampan.names.han;

import java.util.ArrayList;
import java.util.List;

/// A name in Han characters, folded to one form of each character and cut where a Chinese name is
/// cut; what stands in brackets, and all that is not Han, is left out.
///
/// @param parts the surname (one or two characters), then one character each; when there is no
///   known surname, one character each
/// @param chinese whether the name has the shape of a Chinese one: two to four parts of which the
///   first is a known surname
public record HanName(List<String> parts, List<String> written, boolean chinese) {
  private static final int CHARACTERS = 16;

  static HanName of(String text, HanReadings readings) {
    String han = characters(text);
    String folded = readings.variants().fold(han);
    int[] points = folded.codePoints().limit(CHARACTERS).toArray();
    var parts = new ArrayList<String>();
    int from = 0;
    if (points.length >= 3) {
      String two = new String(points, 0, 2);
      if (readings.surnames().contains(two)) {
        parts.add(two);
        from = 2;
      }
    }
    for (int i = from; i < points.length; i++) {
      parts.add(Character.toString(points[i]));
    }
    boolean chinese =
        parts.size() >= 2 && parts.size() <= 4 && readings.surnames().contains(parts.getFirst());
    return new HanName(List.copyOf(parts), written(parts, han), chinese);
  }

  /// Cuts the characters as the folded parts are cut.
  private static List<String> written(List<String> parts, String han) {
    var written = new ArrayList<String>();
    int at = 0;
    for (String part : parts) {
      int end = han.offsetByCodePoints(at, part.codePointCount(0, part.length()));
      written.add(han.substring(at, end));
      at = end;
    }
    return List.copyOf(written);
  }

  /// The characters outside brackets; middle dots and blanks are left out.
  private static String characters(String written) {
    var han = new StringBuilder();
    int depth = 0;
    for (int point : written.codePoints().limit(200).toArray()) {
      if ("(（[【〔".indexOf(point) >= 0) {
        depth++;
      } else if (")）]】〕".indexOf(point) >= 0) {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0 && Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN) {
        han.appendCodePoint(point);
      }
    }
    return han.toString();
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }
}

package org.sampan.jobs.linkage;

import java.util.Locale;
import org.sampan.linkage.Waterfall;

/// A score as a sum of bits, for the terminal and as a drawing. Each bar begins where the last one
/// ended; what speaks for one person goes to the right.
final class WaterfallDrawing {

  private static final int LEFT = 360;
  private static final int WIDTH = 560;
  private static final int ROW = 30;

  private final Waterfall waterfall;
  private final String title;
  private final double lowest;
  private final double scale;
  private final StringBuilder svg = new StringBuilder();
  private double sum;
  private int row;

  WaterfallDrawing(Waterfall waterfall, String title) {
    this.waterfall = waterfall;
    this.title = title;
    double low = Math.min(0, waterfall.prior());
    double high = 0;
    double at = waterfall.prior();
    for (Waterfall.Step step : waterfall.steps()) {
      at += step.bits() + step.frequency();
      low = Math.min(low, at);
      high = Math.max(high, at);
    }
    this.lowest = low;
    this.scale = WIDTH / Math.max(1, high - low);
  }

  /// One line a field: what stands on both sides, the level, the bits.
  String text() {
    StringBuilder text = new StringBuilder(title).append('\n');
    text.append(line("before anything is compared", "", waterfall.prior()));
    for (Waterfall.Step step : waterfall.steps()) {
      String what = step.field() + ": " + step.left() + " ~ " + step.right();
      text.append(line(what, level(step), step.bits() + step.frequency()));
    }
    return text.append(line("sum", "", waterfall.bits())).toString();
  }

  /// The drawing, complete in itself, readable without colours.
  String svg() {
    int height = 60 + ROW * (waterfall.steps().size() + 2);
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 %1$d" role="img" \
        font-family="sans-serif" font-size="13">
        <title>%2$s</title>
        <rect width="1000" height="%1$d" fill="#ffffff"/>
        <text x="16" y="24" font-size="16">%2$s</text>
        <line x1="%3$.1f" y1="36" x2="%3$.1f" y2="%4$d" stroke="#888888" stroke-dasharray="3 3"/>
        """
            .formatted(height, escaped(title), x(0), height - 16));
    bar("before anything is compared", "", waterfall.prior());
    for (Waterfall.Step step : waterfall.steps()) {
      String what = step.field() + ": " + step.left() + " ~ " + step.right();
      bar(what, level(step), step.bits() + step.frequency());
    }
    sum = 0;
    bar("sum", "", waterfall.bits());
    return svg.append("</svg>\n").toString();
  }

  private void bar(String what, String level, double bits) {
    double from = Math.min(x(sum), x(sum + bits));
    double wide = Math.max(1, Math.abs(bits) * scale * 0.75);
    int y = 44 + ROW * row++;
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <text x="16" y="%1$d">%2$s</text>
            <rect x="%3$.1f" y="%4$d" width="%5$.1f" height="18" fill="%6$s"/>
            <text x="%7$.1f" y="%1$d">%8$+.2f %9$s</text>
            """,
            y + 14,
            escaped(shortened(what)),
            from,
            y,
            wide,
            bits < 0 ? "#b3492e" : "#1f6f6b",
            Math.min(from + wide + 6, 800),
            bits,
            escaped(level)));
    sum += bits;
  }

  private double x(double bits) {
    return LEFT + (bits - lowest) * scale * 0.75;
  }

  private static String level(Waterfall.Step step) {
    return step.frequency() == 0
        ? step.level()
        : String.format(Locale.ROOT, "%s, rarity %+.2f", step.level(), step.frequency());
  }

  private static String line(String what, String level, double bits) {
    return String.format(Locale.ROOT, "  %+8.2f  %-10s %s%n", bits, level, what);
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= 44
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 43)) + "…";
  }

  private static String escaped(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .filter(point -> point >= ' ' && point != 0xFFFE && point != 0xFFFF)
        .filter(point -> Character.getType(point) != Character.SURROGATE)
        .forEach(point -> {
          switch (point) {
            case '<' -> plain.append("&lt;");
            case '&' -> plain.append("&amp;");
            case '"' -> plain.append("&quot;");
            default -> plain.appendCodePoint(point);
          }
        });
    return plain.toString();
  }
}

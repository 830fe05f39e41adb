package org.sampan.jobs.disclosure;

import java.util.List;
import java.util.Locale;
import org.sampan.disclosure.Aggregate;
import org.sampan.disclosure.Figure;
import org.sampan.disclosure.domain.Category;

/// One variable as horizontal bars, drawn here as SVG: no script, and it prints.
///
/// Every length comes from a released number. The thin line over a bar is the interval.
final class Bars {

  /// Narrow enough that a phone shows the letters at a size to read.
  private static final int WIDTH = 270;

  private static final int NUMBER = 130;

  /// A label, and its bar below.
  private static final int LINE = 42;

  private static final int LABEL_LINE = 18;
  private static final int LONGEST_LABEL = 48;

  private Bars() {}

  static String draw(Aggregate aggregate, Words words) {
    List<Category> categories = aggregate.variables().getFirst().categories();
    long greatest = 1;
    for (Figure figure : aggregate.figures()) {
      greatest = Math.max(greatest, figure.high());
    }
    StringBuilder svg = new StringBuilder();
    int height = LINE * categories.size() + 4;
    svg.append(
        "<svg role=\"img\" viewBox=\"0 0 %d %d\" xmlns=\"http://www.w3.org/2000/svg\">\n"
            .formatted(WIDTH + NUMBER, height));
    String title = aggregate.variables().getFirst().named().in(words.language());
    svg.append("<title>%s</title>\n".formatted(escaped(title)));
    for (int at = 0; at < categories.size(); at++) {
      String label = categories.get(at).named().in(words.language());
      svg.append(bar(label, aggregate.figures().get(at), at * LINE + 4, greatest, words));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String bar(String label, Figure figure, int top, long greatest, Words words) {
    double unit = (double) WIDTH / greatest;
    String said = said(figure, words);
    int bar = top + LABEL_LINE;
    return String.format(
        Locale.ROOT,
        "<g><title>%s: %s</title>"
            + "<text x=\"0\" y=\"%d\" class=\"label\">%s</text>"
            + "<rect x=\"0\" y=\"%d\" width=\"%.1f\" height=\"16\" class=\"bar\"/>"
            + "<path d=\"M%.1f %d h%.1f m0 -4 v8 M%.1f %d v8\" class=\"interval\"/>"
            + "<text x=\"%.1f\" y=\"%d\" class=\"number\">%s</text></g>%n",
        escaped(label),
        escaped(said),
        top + 13,
        escaped(shortened(label)),
        bar,
        figure.count() * unit,
        figure.low() * unit,
        bar + 8,
        (figure.high() - figure.low()) * unit,
        figure.low() * unit,
        bar + 4,
        figure.high() * unit + 6,
        bar + 13,
        escaped(number(figure, words)));
  }

  /// A number with its interval, in words.
  static String said(Figure figure, Words words) {
    return switch (figure.status()) {
      case NOISED -> words.say("figure.about", figure.count(), figure.low(), figure.high());
      case WITHHELD -> words.say("figure.withheld", figure.high());
      case STRUCTURAL_ZERO -> words.say("figure.impossible");
    };
  }

  private static String number(Figure figure, Words words) {
    return figure.status() == Figure.Status.NOISED
        ? String.valueOf(figure.count())
        : words.say("status." + figure.status().name().toLowerCase(Locale.ROOT));
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL
        ? label
        : label.substring(0, LONGEST_LABEL - 1).strip() + "…";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

package org.sampan.jobs.names;

import java.util.List;
import java.util.Locale;

/// Recall against precision as one SVG file.
final class RecallPlot {

  private static final int SIZE = 480;
  private static final int EDGE = 48;

  private RecallPlot() {}

  static String svg(List<Measures.Point> curve) {
    StringBuilder line = new StringBuilder();
    for (Measures.Point point : curve) {
      line.append(
          String.format(Locale.ROOT, "%.1f,%.1f ", x(point.recall()), y(point.precision())));
    }
    StringBuilder axes = new StringBuilder();
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double at = tenth / 10.0;
      axes.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>"
                  + "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%.1f</text>%n",
              x(at),
              SIZE - EDGE + 18,
              at,
              EDGE - 6,
              y(at) + 4,
              at));
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" font-family="sans-serif" font-size="12">
    <title>Recall against precision</title>
    <rect width="%1$d" height="%1$d" fill="#fff"/>
    <path d="M%2$d %2$dV%3$dH%3$d" fill="none" stroke="#333"/>
    %4$s<text x="%5$d" y="%6$d" text-anchor="middle">recall</text>
    <text x="14" y="%5$d" text-anchor="middle" transform="rotate(-90 14 %5$d)">precision</text>
    <polyline points="%7$s" fill="none" stroke="#0b5c7a" stroke-width="2"/>
    </svg>
    """
        .formatted(SIZE, EDGE, SIZE - EDGE, axes, SIZE / 2, SIZE - 10, line.toString().strip());
  }

  private static double x(double share) {
    return EDGE + share * (SIZE - 2 * EDGE);
  }

  private static double y(double share) {
    return SIZE - EDGE - share * (SIZE - 2 * EDGE);
  }
}

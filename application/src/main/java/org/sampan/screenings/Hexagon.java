package org.sampan.screenings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sampan.screening.DimensionFinding;
import org.sampan.screening.Finding;

/// The picture of a result: six triangles around a point, one a dimension. Filled is positive, a
/// thick outline with a gap is one answer away, a thin outline is not yet. Its table stands beside
/// it.
record Hexagon(List<Side> sides) {

  private static final double RADIUS = 100;
  private static final double SHRINK = .9;

  /// One triangle.
  ///
  /// @param number 1 to 6
  /// @param kind the class that draws it: `positive`, `nearly` or `not-yet`
  /// @param path the outline, as SVG writes it
  /// @param x where its number stands
  /// @param y where its number stands
  record Side(int number, String kind, String path, String x, String y) {}

  Hexagon {
    sides = List.copyOf(sides);
  }

  static Hexagon of(Finding finding) {
    List<Side> sides = new ArrayList<>();
    finding
        .dimensions()
        .forEach(dimension -> sides.add(side(sides.size(), kind(dimension.state()))));
    return new Hexagon(sides);
  }

  static String kind(DimensionFinding.State state) {
    return switch (state) {
      case POSITIVE -> "positive";
      case ONE_ANSWER_AWAY -> "nearly";
      case NOT_YET -> "not-yet";
    };
  }

  private record Point(double x, double y) {
    Point towards(Point other, double part) {
      return new Point(x + part * (other.x - x), y + part * (other.y - y));
    }

    String written() {
      return number(x) + " " + number(y);
    }
  }

  private static Side side(int place, String kind) {
    Point first = corner(place);
    Point second = corner(place + 1);
    Point middle = new Point((first.x + second.x) / 3, (first.y + second.y) / 3);
    Point centre = middle.towards(new Point(0, 0), SHRINK);
    Point from = middle.towards(first, SHRINK);
    Point to = middle.towards(second, SHRINK);
    String path =
        kind.equals("nearly")
            ? "M"
                + from.towards(to, .62).written()
                + "L"
                + to.written()
                + " "
                + centre.written()
                + " "
                + from.written()
                + " "
                + from.towards(to, .38).written()
            : "M" + centre.written() + "L" + from.written() + " " + to.written() + "z";
    return new Side(place + 1, kind, path, number(middle.x), number(middle.y));
  }

  private static Point corner(int place) {
    double angle = Math.toRadians(-120 + 60.0 * place);
    return new Point(RADIUS * Math.cos(angle), RADIUS * Math.sin(angle));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}

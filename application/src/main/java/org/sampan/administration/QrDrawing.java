package org.sampan.administration;

import io.nayuki.qrcodegen.QrCode;
import org.springframework.stereotype.Component;

/// Draws a square code that a phone's camera reads, on the server and without any request
/// elsewhere.
@Component
class QrDrawing {

  /// The quiet zone around a code, in modules (ISO/IEC 18004).
  private static final int MARGIN = 4;

  /// A drawn code.
  ///
  /// @param size the side of the square, margin included
  /// @param path the dark modules as the `d` of an SVG path
  record Picture(int size, String path) {
    @Override
    public String toString() {
      return "Picture[" + size + "]";
    }
  }

  Picture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int start = x;
        while (x < code.size && code.getModule(x, y)) {
          x++;
        }
        if (x > start) {
          path.append(
              "M%d %dh%dv1h-%dz".formatted(start + MARGIN, y + MARGIN, x - start, x - start));
        }
      }
    }
    return new Picture(code.size + 2 * MARGIN, path.toString());
  }
}

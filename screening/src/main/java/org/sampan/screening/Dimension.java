package org.sampan.screening;

import java.util.Optional;

/// The six dimensions of the ILO/EC indicators, taken from the definition of trafficking in Article
/// 3 of the Palermo Protocol: five are means, one is the purpose.
public enum Dimension {
  DECEPTIVE_RECRUITMENT("D1"),
  COERCIVE_RECRUITMENT("D2"),
  RECRUITMENT_BY_ABUSE_OF_VULNERABILITY("D3"),
  EXPLOITATION("D4"),
  COERCION_AT_DESTINATION("D5"),
  ABUSE_OF_VULNERABILITY_AT_DESTINATION("D6");

  private final String code;

  Dimension(String code) {
    this.code = code;
  }

  /// The short code used in set files and in the published sets: `D1` to `D6`.
  public String code() {
    return code;
  }

  /// Whether this dimension is a means (Palermo 3(a)); only [#EXPLOITATION] is the purpose instead.
  public boolean isMeans() {
    return this != EXPLOITATION;
  }

  static Optional<Dimension> of(String code) {
    for (Dimension dimension : values()) {
      if (dimension.code.equals(code)) {
        return Optional.of(dimension);
      }
    }
    return Optional.empty();
  }
}

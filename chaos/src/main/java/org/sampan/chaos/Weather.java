package org.sampan.chaos;

/// How a road behaves now.
///
/// @param shut nobody is let through: connections are reset at once
/// @param swallowed the share of connections whose bytes go nowhere and are never answered
/// @param broken the chance, a piece forwarded, that the connection is reset in the middle
/// @param lost the chance, a piece forwarded, that it must be sent again: each time 200 ms longer
/// @param delayMillis added to every piece
/// @param bytesPerSecond the width of the road; 0 for no limit
record Weather(
    boolean shut,
    double swallowed,
    double broken,
    double lost,
    int delayMillis,
    int bytesPerSecond) {

  static final Weather FINE = new Weather(false, 0, 0, 0, 0, 0);
  static final Weather CUT = new Weather(true, 0, 0, 0, 0, 0);
  static final Weather LOSSY = new Weather(false, 0, 0, 0.3, 0, 0);
  static final Weather SLOW = new Weather(false, 0, 0, 0, 2_000, 0);
  static final Weather NARROW = new Weather(false, 0, 0, 0, 0, 8_000);
  static final Weather BREAKING = new Weather(false, 0, 0.3, 0, 0, 0);
  static final Weather SWALLOWING = new Weather(false, 0.5, 0, 0, 0, 0);
}

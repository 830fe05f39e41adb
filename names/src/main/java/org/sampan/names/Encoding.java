package org.sampan.names;

/// How a source encodes Burmese. It is a property of the source, never guessed for a single name:
/// many names are the same bytes in both.
public enum Encoding {
  UNICODE,
  /// The font encoding that most Burmese text used until about 2019.
  ZAWGYI
}

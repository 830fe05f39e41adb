package org.sampan.screening;

/// How the dimensions of an adult's interview are joined into one outcome. For a child, or when age
/// is in doubt, the child rule takes the place of either.
public enum ReadingRule {
  /// An act, at least one positive means dimension, and positive exploitation (Palermo 3(a)).
  PALERMO,
  /// The illustration used with a labour-force survey of returned migrants: it tells a
  /// labour-rights case and a deceived worker from forced labour. It names only some patterns and
  /// no act.
  LABOUR_FORCE_SURVEY
}

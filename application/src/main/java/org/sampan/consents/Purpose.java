package org.sampan.consents;

import java.util.Locale;

/// What she is asked to allow: each purpose is asked for alone.
public enum Purpose {
  ASSISTANCE,
  FAMILY_TRACING,
  RETURN,
  LEGAL_HELP,
  INVESTIGATION,
  FOLLOW_UP,
  STATISTICS;

  /// The key of its name.
  public String words() {
    return "consents.purpose." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

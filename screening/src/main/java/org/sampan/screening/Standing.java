package org.sampan.screening;

/// How far the strength of an indicator has been checked. A page shows it beside every grade.
public enum Standing {
  /// A person compared the strength with the original publication.
  VERIFIED,
  /// Taken from somebody else's copy of the publication (`secondary-verified` in set files).
  SECOND_HAND,
  /// Two sources differ; the other value is kept beside the one used (`disputed`).
  DISPUTED,
  /// The published strength is unknown and a stand-in is used (`unverified`): never the published
  /// value, and never to be shown as such.
  PROVISIONAL
}

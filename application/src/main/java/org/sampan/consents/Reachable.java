package org.sampan.consents;

import java.util.List;

/// Which offices of other nodes something can be sent to: told by the capability that sends.
public interface Reachable {

  /// All of them.
  List<Named> offices();

  /// An office with its names.
  ///
  /// @param nativeName in the country's own language
  /// @param latinName in Latin letters
  record Named(Recipient recipient, String nativeName, String latinName) {}
}

package org.sampan.accounts;

import java.util.UUID;

/// An agency that runs this node or works in it: a ministry, a police department, a women's union,
/// an NGO.
///
/// @param nativeName in the country's own language
/// @param latinName in Latin letters
public record Agency(Id id, String nativeName, String latinName) {
  public record Id(UUID value) {}
}

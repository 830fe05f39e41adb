package org.sampan.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One act, as the audit keeps it.
///
/// @param id made with the entry, time-ordered
/// @param who the account that acted; none when the node itself did
/// @param office the office she acted for
/// @param act what was done, as `casework.case.opened`
/// @param record what it was done to
/// @param caseFile the case it belongs to
/// @param purpose the code of the reason given, where one was asked
/// @param detail codes and identifiers only, never personal data
public record Entry(
    UUID id,
    Instant at,
    @Nullable UUID who,
    @Nullable UUID office,
    String act,
    @Nullable UUID record,
    @Nullable UUID caseFile,
    @Nullable String purpose,
    Map<String, String> detail) {

  public Entry {
    if (!act.matches("[a-z]+(\\.[a-z-]+)+") || act.length() > 80) {
      throw new IllegalArgumentException("an act is named capability.thing.done");
    }
    detail = Map.copyOf(detail);
  }
}

package org.sampan.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody is about to write into the audit, put together a piece at a time:
/// `Act.of("casework.case.opened").by(account, office).on(caseId).inCase(caseId)`.
public record Act(
    String name,
    @Nullable UUID who,
    @Nullable UUID office,
    @Nullable UUID record,
    @Nullable UUID caseFile,
    @Nullable String purpose,
    Map<String, String> detail) {

  public Act {
    detail = Map.copyOf(detail);
  }

  /// An act of the node itself, until [#by] says who.
  public static Act of(String name) {
    return new Act(name, null, null, null, null, null, Map.of());
  }

  /// Who acted, and for which office.
  public Act by(UUID account, UUID forOffice) {
    return new Act(name, account, forOffice, record, caseFile, purpose, detail);
  }

  /// What it was done to.
  public Act on(UUID thing) {
    return new Act(name, who, office, thing, caseFile, purpose, detail);
  }

  /// The case it belongs to.
  public Act inCase(@Nullable UUID file) {
    return new Act(name, who, office, record, file, purpose, detail);
  }

  /// The code of the reason she gave.
  public Act purpose(@Nullable String code) {
    return new Act(name, who, office, record, caseFile, code, detail);
  }

  /// A further code or identifier; never a name or a text somebody typed.
  public Act with(String key, Object value) {
    Map<String, String> more = new TreeMap<>(detail);
    more.put(key, value.toString());
    return new Act(name, who, office, record, caseFile, purpose, more);
  }
}

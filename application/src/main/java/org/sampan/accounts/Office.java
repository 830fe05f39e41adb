package org.sampan.accounts;

import java.time.ZoneId;
import java.util.UUID;
import org.sampan.web.Language;

/// An office of an agency: what is asked of it waits in the office's inbox, not in one person's.
///
/// @param code the short code by which other nodes address it, as `th-dlpw-samutsakhon`
/// @param zone the time zone its people read times in
public record Office(
    Id id, Agency.Id agency, String code, String nativeName, String latinName, ZoneId zone) {
  public record Id(UUID value) {}

  /// What a reader of this language calls it: the native name when she reads its script, else the
  /// Latin one.
  public String named(Language reader) {
    boolean reads =
        reader != Language.ENGLISH
            && nativeName
                .codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .anyMatch(reader.script()::equals);
    return reads ? nativeName : latinName;
  }
}

package org.sampan.administration;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.web.Problems;
import org.sampan.web.Typed;

/// What was typed to add an office.
///
/// @param agency one of the agencies, or nothing for a new one
record NewOffice(
    @Nullable String id,
    @Nullable String code,
    @Nullable String nativeName,
    @Nullable String latinName,
    @Nullable String zone,
    @Nullable String agency,
    @Nullable String agencyNative,
    @Nullable String agencyLatin) {

  /// The time zones of the six countries.
  static final List<String> ZONES =
      List.of(
          "Asia/Bangkok",
          "Asia/Phnom_Penh",
          "Asia/Vientiane",
          "Asia/Ho_Chi_Minh",
          "Asia/Yangon",
          "Asia/Shanghai");

  /// What the form comes to.
  sealed interface Parsed {}

  /// An office that can be added, and its agency when that is new.
  record Valid(Office office, Optional<Agency> newAgency) implements Parsed {}

  /// What must be mended first.
  record Wrong(Problems problems) implements Parsed {}

  static NewOffice empty(UUID id, ZoneId zone) {
    return new NewOffice(id.toString(), "", "", "", zone.getId(), "", "", "");
  }

  Parsed parsed(List<Agency> agencies, List<Office> offices, UUID newAgencyId) {
    Problems problems = new Problems();
    Optional<UUID> known = Typed.identifier(id);
    String addressed = Typed.text(code);
    if (!addressed.matches("[a-z]{2}(-[a-z0-9]+)+") || addressed.length() > 60) {
      problems.add("code", "administration.problem.code");
    }
    boolean taken =
        offices.stream()
            .anyMatch(o -> o.code().equals(addressed) && !o.id().value().toString().equals(id));
    if (taken) {
      problems.add("code", "administration.problem.code-taken");
    }
    String own = Typed.required("nativeName", nativeName, 200, problems);
    String latin = Typed.required("latinName", latinName, 200, problems);
    Optional<Agency> old =
        agencies.stream().filter(a -> a.id().value().toString().equals(agency)).findFirst();
    Optional<Agency> fresh =
        old.isPresent() ? Optional.empty() : Optional.of(newAgency(newAgencyId, problems));
    if (known.isEmpty() || !problems.none()) {
      return new Wrong(problems);
    }
    Agency.Id answers = old.or(() -> fresh).orElseThrow().id();
    return new Valid(
        new Office(new Office.Id(known.get()), answers, addressed, own, latin, zoned()), fresh);
  }

  private Agency newAgency(UUID newId, Problems problems) {
    return new Agency(
        new Agency.Id(newId),
        Typed.required("agencyNative", agencyNative, 200, problems),
        Typed.required("agencyLatin", agencyLatin, 200, problems));
  }

  private ZoneId zoned() {
    try {
      return ZoneId.of(Typed.text(zone));
    } catch (DateTimeException notOne) {
      return ZoneId.of(ZONES.getFirst());
    }
  }
}

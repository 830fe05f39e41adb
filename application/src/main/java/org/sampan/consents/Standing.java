package org.sampan.consents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All she ever answered and all that ever went past her answers: what may leave now.
///
/// Her latest word counts. A yes stands unless a no came after it (recorded later, or spoken on a
/// later day even when recorded earlier). An overruling stands only against the word before it: a
/// no recorded after it ends it, one recorded before it is what it goes past.
record Standing(List<Consent> consents, List<Overruling> overrulings) {

  Standing {
    consents = List.copyOf(consents);
    overrulings = List.copyOf(overrulings);
  }

  /// A word against: a refusal, or a consent taken back.
  private record No(Scope scope, Instant at, LocalDate day) {}

  Authority authorityFor(Scope.Wanted wanted, Instant now) {
    Optional<Consent> yes =
        consents.stream()
            .filter(consent -> consent.allowsOn(day(now)))
            .filter(consent -> consent.scope().covers(wanted))
            .filter(consent -> noes(wanted).stream().noneMatch(no -> isLater(no, consent)))
            .max(Comparator.comparing(consent -> consent.recorded().at()));
    if (yes.isPresent()) {
      return given(yes.get());
    }
    return overrulings.stream()
        .filter(overruling -> !overruling.isSetAside())
        .filter(overruling -> overruling.scope().covers(wanted))
        .filter(overruling ->
            noes(wanted).stream().noneMatch(no -> !no.at().isBefore(overruling.made().at())))
        .max(Comparator.comparing(overruling -> overruling.made().at()))
        .<Authority>map(Standing::overridden)
        .orElseGet(() -> new Authority.None(why(wanted, now)));
  }

  /// The consents that a refusal of this scope takes back.
  List<Consent> takenBackBy(Scope refused, LocalDate today) {
    return consents.stream()
        .filter(consent -> consent.allowsOn(today))
        .filter(consent -> refused.touches(consent.scope()))
        .toList();
  }

  /// The overrulings that a refusal or withdrawal of this scope ends.
  List<Overruling> endedBy(Scope refused) {
    return overrulings.stream()
        .filter(overruling -> !overruling.isSetAside())
        .filter(overruling -> refused.touches(overruling.scope()))
        .toList();
  }

  private List<No> noes(Scope.Wanted wanted) {
    return consents.stream()
        .filter(consent -> consent.scope().touches(wanted))
        .flatMap(consent -> no(consent).stream())
        .toList();
  }

  private static Optional<No> no(Consent consent) {
    if (consent.answer() == Consent.Answer.REFUSED) {
      return Optional.of(new No(consent.scope(), consent.recorded().at(), consent.day()));
    }
    Consent.Withdrawal withdrawal = consent.withdrawal();
    return withdrawal == null
        ? Optional.empty()
        : Optional.of(new No(consent.scope(), withdrawal.at(), day(withdrawal.at())));
  }

  private static boolean isLater(No no, Consent yes) {
    return !no.at().isBefore(yes.recorded().at()) || no.day().isAfter(yes.day());
  }

  private Authority.Why why(Scope.Wanted wanted, Instant now) {
    List<Consent> touching =
        consents.stream().filter(consent -> consent.scope().touches(wanted)).toList();
    Optional<Consent> last =
        touching.stream().max(Comparator.comparing(consent -> consent.recorded().at()));
    if (last.isEmpty()) {
      return consents.stream().anyMatch(consent -> consent.allowsOn(day(now)))
          ? Authority.Why.ALLOWED_LESS
          : Authority.Why.NEVER_ASKED;
    }
    if (last.get().answer() == Consent.Answer.REFUSED) {
      return Authority.Why.REFUSED;
    }
    if (last.get().withdrawal() != null) {
      return Authority.Why.WITHDRAWN;
    }
    return last.get().allowsOn(day(now)) ? Authority.Why.ALLOWED_LESS : Authority.Why.RUN_OUT;
  }

  private static Authority given(Consent consent) {
    return new Authority.Given(
        consent.id(),
        consent.recorded().hash(),
        consent.validUntil(),
        consent.scope().purpose(),
        consent.scope().categories());
  }

  private static Authority overridden(Overruling overruling) {
    return new Authority.Overridden(
        overruling.id(),
        overruling.hash(),
        overruling.reason(),
        overruling.scope().purpose(),
        overruling.scope().categories());
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate();
  }
}

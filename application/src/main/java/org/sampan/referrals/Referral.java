package org.sampan.referrals;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.casework.CaseFile;
import org.sampan.casework.RiverSource;
import org.sampan.consents.PersonId;
import org.sampan.consents.Purpose;
import org.sampan.consents.Recipient;
import org.sampan.exchange.DeliveryState;
import org.sampan.exchange.MessageId;

/// What we ask of another office for one person.
///
/// @param kept what the author keeps back though it could go
/// @param stays what stayed and why, as it was handed in
/// @param version counts its changes
/// @param authority the consent or overruling it left under
/// @param changed since when it stands where it stands
record Referral(
    Id id,
    CaseFile.Id caseFile,
    PersonId person,
    Terms terms,
    Set<Extract.Item> kept,
    List<Extract.Stay> stays,
    State state,
    int version,
    Author author,
    @Nullable UUID authority,
    Instant made,
    Instant changed) {

  /// A referral's identifier, which is also its message's.
  record Id(UUID value) {
    MessageId message() {
      return new MessageId(value);
    }
  }

  /// Who wrote it, for which office.
  record Author(Account.Id account, Office.Id office, Agency.Id agency) {}

  /// What is asked, of whom, why it may be.
  ///
  /// @param to one office, never any
  /// @param agreement its identifier, or an empty text when none is named
  /// @param language the tag of the language things were typed in
  record Terms(
      Recipient to,
      Purpose purpose,
      Need need,
      String agreement,
      Urgency urgency,
      String language) {}

  /// What the other office is asked to do.
  enum Need {
    RECEPTION,
    SHELTER,
    HEALTH_CARE,
    PSYCHOSOCIAL,
    LEGAL_AID,
    FAMILY_TRACING,
    FAMILY_ASSESSMENT,
    DOCUMENTS,
    REINTEGRATION,
    FOLLOW_UP;

    String words() {
      return "referrals.need." + code(this);
    }
  }

  /// How soon somebody should act: the four grades field systems use (Primero).
  enum Urgency {
    ONE_HOUR(Duration.ofHours(1)),
    THREE_HOURS(Duration.ofHours(3)),
    ONE_DAY(Duration.ofDays(1)),
    THREE_DAYS(Duration.ofDays(3));

    private final Duration within;

    Urgency(Duration within) {
      this.within = within;
    }

    Duration within() {
      return within;
    }

    /// Whether its message goes before others.
    boolean hurries() {
      return this == ONE_HOUR || this == THREE_HOURS;
    }

    String words() {
      return "referrals.urgency." + code(this);
    }
  }

  /// Where it stands.
  enum State {
    DRAFT,
    /// Handed in; somebody else must approve.
    WAITING,
    SENT_BACK,
    SENT,
    ACCEPTED,
    REFUSED,
    FED_BACK,
    /// Given up before it left.
    CANCELLED,
    /// Taken back by us after it left.
    TAKEN_BACK,
    /// Her consent was withdrawn after it left.
    WITHDRAWN;

    /// Whether its author may still change it.
    boolean open() {
      return this == DRAFT || this == SENT_BACK;
    }

    boolean left() {
      return EnumSet.of(SENT, ACCEPTED, REFUSED, FED_BACK, TAKEN_BACK, WITHDRAWN).contains(this);
    }

    /// Whether the other office may still tell us something about it.
    boolean under() {
      return this == SENT || this == ACCEPTED || this == FED_BACK;
    }

    String words() {
      return "referrals.is." + code(this);
    }
  }

  /// How far it came, as the river draws it.
  ///
  /// @param delivery how far its message came; none when it stayed in this node or has not left
  RiverSource.State river(Optional<DeliveryState> delivery) {
    return switch (state) {
      case DRAFT, WAITING, SENT_BACK -> RiverSource.State.DRAFT;
      case SENT -> delivery.map(Referral::river).orElse(RiverSource.State.DELIVERED);
      case ACCEPTED, FED_BACK -> RiverSource.State.ACCEPTED;
      case REFUSED -> RiverSource.State.REFUSED;
      case CANCELLED, TAKEN_BACK, WITHDRAWN -> RiverSource.State.WITHDRAWN;
    };
  }

  /// How far a message came, as the river draws it.
  static RiverSource.State river(DeliveryState state) {
    return switch (state) {
      case QUEUED, SENDING -> RiverSource.State.QUEUED;
      case RELAYED, KEPT -> RiverSource.State.SENT;
      case DELIVERED -> RiverSource.State.DELIVERED;
      case ACCEPTED -> RiverSource.State.ACCEPTED;
      case REFUSED, EXPIRED, BOUNCED -> RiverSource.State.REFUSED;
      case CANCELLED -> RiverSource.State.WITHDRAWN;
    };
  }

  String path() {
    return "/referrals/" + id.value();
  }

  /// A code as it stands in keys of words: lower case, hyphens.
  static String code(Enum<?> of) {
    return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

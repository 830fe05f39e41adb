package org.sampan.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Office;
import org.sampan.casework.CaseFile;
import org.sampan.casework.RiverSource;
import org.sampan.consents.Consent;
import org.sampan.consents.PersonId;
import org.sampan.consents.Purpose;
import org.sampan.exchange.DeliveryState;
import org.sampan.exchange.MessageId;

/// A case that one office hands over to another.
///
/// @param ours whether we hand over; else it is offered to us
/// @param reason why it was refused, a code; or empty
/// @param version counts its changes
/// @param author who wrote it; none when it came from another node
record Transfer(
    Id id,
    boolean ours,
    CaseFile.Id caseFile,
    PersonId person,
    Other other,
    Terms terms,
    State state,
    String reason,
    int version,
    @Nullable By author,
    Instant made,
    Changed changed) {

  record Id(UUID value) {
    MessageId message() {
      return new MessageId(value);
    }
  }

  /// The office on the other side.
  record Other(String node, String office) {}

  /// Who of us did something, and in which office.
  record By(Account.Id account, Office.Id office) {}

  /// Its last change; by nobody of ours when another node made it.
  record Changed(Instant at, @Nullable By by) {}

  /// What it says.
  ///
  /// @param request the referral that the other office accepted, by its message
  /// @param giver who agreed, for her or herself
  /// @param agreed the day that was heard
  /// @param consent what it leaves under; none when it was offered to us
  record Terms(
      MessageId request,
      Purpose purpose,
      Why why,
      Consent.Giver giver,
      LocalDate agreed,
      @Nullable UUID consent) {}

  /// Why the case goes there: the reasons for an outgoing referral of HTCDS 2.0.
  enum Why {
    ADDITIONAL_SERVICES_REQUIRED,
    MIGRATION_OR_CHANGE_OF_LOCATION,
    OTHER;

    String words() {
      return "transfers.why." + code(this);
    }
  }

  /// Why an office does not take it.
  enum Refusal {
    NOT_OURS,
    NO_CAPACITY,
    NOT_SAFE_HERE,
    PERSON_NOT_HERE,
    OTHER;

    String words() {
      return "transfers.refusal." + code(this);
    }
  }

  /// Where it stands.
  enum State {
    /// Of ours: written, waits for the second pair of eyes.
    WAITING,
    /// Given up before it left.
    CANCELLED,
    /// Of ours: on its way, or at the other office.
    SENT,
    /// To us: our office decides.
    OFFERED,
    ACCEPTED,
    REFUSED,
    /// Taken back by the office that offered it, before it was accepted.
    TAKEN_BACK,
    /// The consent it rests on was withdrawn.
    WITHDRAWN;

    String words() {
      return "transfers.is." + code(this);
    }

    /// Whether an answer of the other office still counts. That it accepted counts also after we
    /// took it back: it did not know, and holds the case.
    boolean hears(StatusBody.What what) {
      return this == SENT || (this == TAKEN_BACK && what == StatusBody.What.ACCEPTED);
    }

    /// Whether a withdrawal ends it.
    boolean endsWithConsent() {
      return switch (this) {
        case WAITING, SENT, OFFERED, ACCEPTED -> true;
        case CANCELLED, REFUSED, TAKEN_BACK, WITHDRAWN -> false;
      };
    }
  }

  /// Whether the case is ours to work on: before and during a transfer of ours, after one to us.
  boolean isHeldHere() {
    return ours ? state != State.ACCEPTED : state == State.ACCEPTED;
  }

  /// How far it came, as the river draws it.
  RiverSource.State river(@Nullable DeliveryState delivery) {
    return switch (state) {
      case WAITING, CANCELLED -> RiverSource.State.DRAFT;
      case OFFERED -> RiverSource.State.DELIVERED;
      case ACCEPTED -> RiverSource.State.ACCEPTED;
      case REFUSED -> RiverSource.State.REFUSED;
      case TAKEN_BACK, WITHDRAWN -> RiverSource.State.WITHDRAWN;
      case SENT -> delivery == null ? RiverSource.State.SENT : crossed(delivery);
    };
  }

  /// The same of any message of ours.
  static RiverSource.State crossed(DeliveryState delivery) {
    return switch (delivery) {
      case QUEUED, SENDING -> RiverSource.State.QUEUED;
      case RELAYED, KEPT -> RiverSource.State.SENT;
      case DELIVERED, ACCEPTED -> RiverSource.State.DELIVERED;
      case REFUSED, BOUNCED -> RiverSource.State.REFUSED;
      case EXPIRED, CANCELLED -> RiverSource.State.WITHDRAWN;
    };
  }

  /// An enum's value as it ends a key of words.
  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String path() {
    return "/transfers/" + id.value();
  }
}

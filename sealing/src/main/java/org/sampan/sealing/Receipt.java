package org.sampan.sealing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.Letter.LogHead;

/// The addressee's signed word on what became of a letter; evidence, not a message.
///
/// R1 answers the transport. R2 and R3 ride in the body of an ordinary letter. A bounce answers
/// bytes that can never be accepted.
public sealed interface Receipt {

  /// Who says so, when, and the head of its log once it keeps one.
  Stamp by();

  /// Who, when, and what its log held.
  ///
  /// @param node the receiver, whose key signs
  /// @param time by the receiver's clock, to the millisecond
  record Stamp(NodeId node, Instant time, @Nullable LogHead log) {
    public Stamp {
      time = time.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /// The letter a receipt is for: three names of one thing, so that none can be exchanged.
  record Subject(Letter.Id id, Digest sealed, Digest identity) {

    /// The subject as its sender knows it.
    public static Subject of(Letter.Id id, SealedEnvelope envelope) {
      return new Subject(id, envelope.sealed(), envelope.identity());
    }

    /// The subject as its receiver knows it.
    public static Subject of(Opener.Opened opened) {
      return new Subject(opened.letter().id(), opened.sealed(), opened.identity());
    }
  }

  /// R1: verified and stored by the receiving node.
  record Relayed(Subject of, Stamp by) implements Receipt {}

  /// R2: reached the responsible office.
  record Delivered(Subject of, Stamp by) implements Receipt {}

  /// R3: a person decided.
  ///
  /// @param reasonCode 1 to 40 of `A-Z 0-9 _`; never free text
  record Decided(Subject of, Stamp by, Decision decision, String reasonCode) implements Receipt {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,40}");

    public Decided {
      Refusal.unless(CODE.matcher(reasonCode).matches(), Reason.FIELD_REFUSED);
    }
  }

  /// A signed, permanent refusal of these bytes by protocol; the sender stops trying.
  ///
  /// @param sealed the digest of the bytes refused; their letter may never have been readable
  /// @param reasonCode a [Reason] by name, or one of a later version
  record Bounced(Digest sealed, Stamp by, String reasonCode) implements Receipt {
    public Bounced {
      Refusal.unless(Decided.CODE.matcher(reasonCode).matches(), Reason.FIELD_REFUSED);
    }

    /// A bounce for this reason.
    ///
    /// @throws IllegalArgumentException if the reason is not permanent
    public static Bounced of(Digest sealed, Stamp by, Reason reason) {
      Refusal.unless(reason.permanent(), Reason.FIELD_REFUSED);
      return new Bounced(sealed, by, reason.name());
    }
  }

  /// What a person decided.
  enum Decision {
    ACCEPTED,
    REFUSED
  }
}

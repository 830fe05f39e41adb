package org.sampan.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;

/// The kinds of message this release knows, and what each demands.
enum Kinds {
  REFERRAL_REQUEST(new Letter.Kind("referral.request", 1, 1), Authority.CONSENT, true),
  REFERRAL_STATUS(new Letter.Kind("referral.status", 1, 0), Authority.OF_THE_REQUEST, false),
  REFERRAL_TRANSFER(new Letter.Kind("referral.transfer", 1, 0), Authority.CONSENT, true),
  REFERRAL_CLOSE(new Letter.Kind("referral.close", 1, 0), Authority.OF_THE_REQUEST, false),
  CONSENT_RECORD(new Letter.Kind("consent.record", 1, 0), Authority.CONSENT, false),
  CONSENT_WITHDRAW(new Letter.Kind("consent.withdraw", 1, 0), Authority.NONE, false),
  RECEIPT(new Letter.Kind("sys.receipt", 1, 0), Authority.NONE, false),
  TOMBSTONE(new Letter.Kind("sys.tombstone", 1, 0), Authority.NONE, false);

  /// What a message of this kind may rest on.
  enum Authority {
    /// The person's own consent, or an override on record.
    CONSENT,
    /// What the request it answers rested on.
    OF_THE_REQUEST,
    /// It says nothing about a person.
    NONE
  }

  private final Letter.Kind kind;
  private final Authority authority;
  private final boolean fourEyes;
  private final Letter.Schema schema;

  Kinds(Letter.Kind kind, Authority authority, boolean fourEyes) {
    this.kind = kind;
    this.authority = authority;
    this.fourEyes = fourEyes;
    this.schema = schemaOf(kind);
  }

  static Optional<Kinds> of(Letter.Kind kind) {
    for (Kinds known : values()) {
      if (known.kind.name().equals(kind.name()) && known.kind.major() == kind.major()) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  static Optional<Kinds> of(String kind) {
    try {
      return of(Letter.Kind.parse(kind));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  Letter.Kind kind() {
    return kind;
  }

  boolean is(Letter letter) {
    return of(letter.route().kind()).filter(known -> known == this).isPresent();
  }

  Authority authority() {
    return authority;
  }

  boolean fourEyes() {
    return fourEyes;
  }

  /// What a letter of this kind says, under its schema.
  Letter.Content says(CanonicalJson body, List<Letter.Attachment> attachments) {
    return new Letter.Content(body, schema, attachments);
  }

  /// How long it is worth delivering: all kinds of this release 90 days.
  Duration life() {
    return Duration.ofDays(90);
  }

  /// Whether it may carry what identifies a person; such kinds wait when the trust list has
  /// expired.
  boolean personal() {
    return authority != Authority.NONE;
  }

  /// Whether it is for people; receipts and tombstones are the nodes' own affair and are not
  /// answered.
  boolean forPeople() {
    return this != RECEIPT && this != TOMBSTONE;
  }

  /// Whether it is obeyed on arrival, whatever is missing before it.
  boolean overtakes() {
    return this == CONSENT_WITHDRAW || this == TOMBSTONE;
  }

  private static Letter.Schema schemaOf(Letter.Kind kind) {
    String file = "/schemas/" + kind.name() + "-" + kind.major() + "." + kind.minor() + ".json";
    try (InputStream document = Kinds.class.getResourceAsStream(file)) {
      if (document == null) {
        throw new IllegalStateException("no schema " + file);
      }
      String uri = "urn:sampan:schema:" + kind.name() + ":" + kind.major() + "." + kind.minor();
      return new Letter.Schema(uri, Digest.of(document.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package org.sampan.sealing;

import static org.sampan.sealing.Fields.line;
import static org.sampan.sealing.Fields.lineIfAny;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.parcel.Packing;
import org.sampan.sealing.parcel.ParcelKey;

/// What one node says to another about one case: version 1 of the signed fields.
///
/// Every part checks itself and answers [IllegalArgumentException] with a constant text. Times are
/// kept to the millisecond.
///
/// @param id made by the sender, UUID version 7, never used twice
/// @param order its place in the thread of this sender, addressee and case
public record Letter(
    Id id,
    Route route,
    Order order,
    Life life,
    Terms terms,
    Actor actor,
    Content content,
    Knowledge knowledge) {

  /// The longest life of a letter, for requests between central authorities.
  public static final Duration LONGEST_LIFE = Duration.ofDays(366);

  public Letter {
    var until = terms.consent().validUntil();
    Refusal.unless(until == null || !until.isBefore(life.created()), Reason.CONSENT_REFUSED);
  }

  /// The identifier of a letter (RFC 9562 section 5.7).
  public record Id(UUID value) {
    public Id {
      Refusal.unless(value.version() == 7 && value.variant() == 2, Reason.ID_NOT_TIME_ORDERED);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /// A case as this pair of nodes knows it: random, made for the pair, unlike any number at home.
  public record CaseId(UUID value) {
    public CaseId {
      Refusal.unless(value.variant() == 2, Reason.FIELD_REFUSED);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /// From whom to whom, about what, and in answer to which letter.
  public record Route(NodeId from, NodeId to, Kind kind, @Nullable Id inReplyTo) {
    public Route {
      Refusal.unless(!from.equals(to), Reason.ROUTE_REFUSED);
    }
  }

  /// What a letter is, with the version of its body: `referral.request/1.2`.
  ///
  /// @param name two words joined by a dot, as `consent.withdraw`
  /// @param major 1 to 999; a receiver that does not know it holds the letter
  /// @param minor 0 to 999; unknown members of the body are ignored and kept
  public record Kind(String name, int major, int minor) {
    private static final Pattern NAME = Pattern.compile("[a-z]{2,20}\\.[a-z]{2,20}");
    private static final Pattern FORM =
        Pattern.compile("([a-z.]{5,41})/([1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})");

    public Kind {
      Refusal.unless(NAME.matcher(name).matches(), Reason.FIELD_REFUSED);
      Refusal.unless(
          major >= 1 && major <= 999 && minor >= 0 && minor <= 999, Reason.FIELD_REFUSED);
    }

    /// Reads the text form; any other spelling is refused.
    public static Kind parse(String text) {
      var match = FORM.matcher(text);
      Refusal.unless(match.matches(), Reason.FIELD_REFUSED);
      return new Kind(
          match.group(1), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
    }

    static boolean isName(String text) {
      return NAME.matcher(text).matches();
    }

    @Override
    public String toString() {
      return name + "/" + major + "." + minor;
    }
  }

  /// The place in the thread of (from, to, case).
  ///
  /// @param seq 1, 2, 3 ... without a gap, at most 2^53-1
  /// @param prev the identity digest of letter seq-1 of this thread; null exactly when seq is 1
  /// @param seen the highest number received from the other side without a gap; 0 if none
  public record Order(CaseId caseId, long seq, @Nullable Digest prev, long seen) {
    public Order {
      Refusal.unless(seq >= 1 && seq <= StrictJson.MAX_NUMBER, Reason.SEQUENCE_REFUSED);
      Refusal.unless(seen >= 0 && seen <= StrictJson.MAX_NUMBER, Reason.SEQUENCE_REFUSED);
      Refusal.unless((seq == 1) == (prev == null), Reason.SEQUENCE_REFUSED);
    }
  }

  /// When it was written, when it stops being worth delivering, and how much it hurries.
  public record Life(Instant created, Instant notAfter, Urgency urgency) {
    public Life {
      created = created.truncatedTo(ChronoUnit.MILLIS);
      notAfter = notAfter.truncatedTo(ChronoUnit.MILLIS);
      Refusal.unless(created.isBefore(notAfter), Reason.TIMES_REFUSED);
      Refusal.unless(!notAfter.isAfter(created.plus(LONGEST_LIFE)), Reason.TIMES_REFUSED);
      Refusal.unless(created.isAfter(Instant.EPOCH), Reason.TIMES_REFUSED);
    }
  }

  /// How much a letter hurries; urgent ones are drained first.
  public enum Urgency {
    ROUTINE,
    URGENT
  }

  /// Why it may be sent and what the addressee may do with it.
  ///
  /// @param purpose one line, at most 200 characters
  public record Terms(String purpose, LegalBasis basis, Handling handling, Consent consent) {
    public Terms {
      line(purpose, 200);
    }

    @Override
    public String toString() {
      return "Terms[hidden]";
    }
  }

  /// The agreement or law, and the article of it; lines of at most 200 characters.
  public record LegalBasis(String instrument, String article) {
    public LegalBasis {
      line(instrument, 200);
      line(article, 200);
    }
  }

  /// What the addressee may do with it.
  ///
  /// @param onward whether the addressee may pass it on
  /// @param retainUntil the last day it may be kept, if the sender sets one
  /// @param caveat one line, at most 500 characters
  public record Handling(boolean onward, @Nullable LocalDate retainUntil, @Nullable String caveat) {
    public Handling {
      lineIfAny(caveat, 500);
      if (retainUntil != null) {
        Fields.isDate(retainUntil);
      }
    }

    @Override
    public String toString() {
      return "Handling[hidden]";
    }
  }

  /// The consent a letter rests on.
  ///
  /// @param scope what it covers, at most 50 lines of at most 100 characters; never empty if given
  /// @param recordHash the digest of the consent's own record, unless none is needed
  /// @param validUntil the instant it ends, if it does
  public record Consent(
      ConsentState state,
      List<String> scope,
      @Nullable Digest recordHash,
      @Nullable Instant validUntil) {
    public Consent {
      scope = List.copyOf(scope);
      validUntil = validUntil == null ? null : validUntil.truncatedTo(ChronoUnit.MILLIS);
      scope.forEach(each -> line(each, 100));
      Refusal.unless(scope.size() <= 50, Reason.CONSENT_REFUSED);
      boolean needed = state != ConsentState.NOT_NEEDED;
      Refusal.unless(needed == (recordHash != null), Reason.CONSENT_REFUSED);
      Refusal.unless(needed || scope.isEmpty(), Reason.CONSENT_REFUSED);
      boolean given = state == ConsentState.GIVEN;
      Refusal.unless(!given || !scope.isEmpty(), Reason.CONSENT_REFUSED);
    }

    /// For letters that carry nothing about a person.
    public static Consent notNeeded() {
      return new Consent(ConsentState.NOT_NEEDED, List.of(), null, null);
    }
  }

  /// Given, withdrawn, overridden for a reason on record, or not needed.
  public enum ConsentState {
    GIVEN,
    WITHDRAWN,
    OVERRIDDEN,
    NOT_NEEDED
  }

  /// Who acted, by role and pseudonym; names stay at home.
  ///
  /// @param approver the second person's pseudonym where four eyes are demanded
  public record Actor(String role, String pseudonym, @Nullable String approver) {
    public Actor {
      line(role, 100);
      line(pseudonym, 100);
      lineIfAny(approver, 100);
      Refusal.unless(!pseudonym.equals(approver), Reason.APPROVER_IS_AUTHOR);
    }

    @Override
    public String toString() {
      return "Actor[" + role + "]";
    }
  }

  /// What is said, by which schema, and what comes beside it.
  ///
  /// @param attachments at most 20, no two of one identifier or one parcel
  public record Content(CanonicalJson body, Schema schema, List<Attachment> attachments) {
    private static final int MOST = 20;

    public Content {
      attachments = List.copyOf(attachments);
      Refusal.unless(attachments.size() <= MOST, Reason.ATTACHMENT_REFUSED);
      long ids = attachments.stream().map(Attachment::id).distinct().count();
      long parcels = attachments.stream().map(Attachment::cipherSha256).distinct().count();
      boolean distinct = ids == attachments.size() && parcels == attachments.size();
      Refusal.unless(distinct, Reason.ATTACHMENT_REFUSED);
    }

    /// A letter with nothing beside it.
    public Content(CanonicalJson body, Schema schema) {
      this(body, schema, List.of());
    }
  }

  /// A file that comes beside the letter as a parcel ([org.sampan.sealing.parcel]).
  ///
  /// @param id names it in the body
  /// @param mediaType what it is, as `image/jpeg`: two words without parameters
  /// @param size its length in bytes, 1 to [#LARGEST]
  /// @param sha256 the digest of the file
  /// @param cipherSha256 the digest of the parcel, the name under which it crosses
  /// @param cek the key of the parcel
  public record Attachment(
      UUID id, String mediaType, long size, Digest sha256, Digest cipherSha256, ParcelKey cek) {

    /// The largest file that crosses: 10 GiB.
    public static final long LARGEST = 10L * 1024 * 1024 * 1024;

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]{3,20}/[a-z0-9.+-]{2,80}");

    public Attachment {
      boolean named = id.variant() == 2 && MEDIA_TYPE.matcher(mediaType).matches();
      Refusal.unless(named && size >= 1 && size <= LARGEST, Reason.ATTACHMENT_REFUSED);
      Refusal.unless(!sha256.equals(cipherSha256), Reason.ATTACHMENT_REFUSED);
    }

    /// How many bytes its parcel has.
    public long cipherSize() {
      return Packing.sealedSize(size);
    }

    /// Names it, shows nothing of it.
    @Override
    public String toString() {
      return "Attachment[" + id + "]";
    }
  }

  /// The schema of the body.
  ///
  /// @param uri at most 200 characters
  /// @param sha256 the digest of the schema document
  public record Schema(String uri, Digest sha256) {
    public Schema {
      line(uri, 200);
    }
  }

  /// What the sender knew: its trust list, and the head of its log once it keeps one.
  public record Knowledge(ListMark trust, @Nullable LogHead log) {}

  /// One version of the trust list.
  public record ListMark(long version, Digest sha256) {
    public ListMark {
      Refusal.unless(version >= 1 && version <= StrictJson.MAX_NUMBER, Reason.FIELD_REFUSED);
    }
  }

  /// The head of a node's audit log: so many entries, and the root over them.
  public record LogHead(long size, Digest root) {
    public LogHead {
      Refusal.unless(size >= 0 && size <= StrictJson.MAX_NUMBER, Reason.FIELD_REFUSED);
    }
  }

  /// Names the letter, shows nothing of it.
  @Override
  public String toString() {
    return "Letter[" + id + " " + route.kind() + "]";
  }
}

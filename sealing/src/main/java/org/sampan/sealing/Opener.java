package org.sampan.sealing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/// Opens sealed envelopes, one that was changed in any bit never. Order, repetition and consent are
/// the application's: an opened letter is authentic, for this node, and in time, no more.
public final class Opener {

  /// How far ahead of this node's clock a letter may be dated.
  public static final Duration CLOCK_TOLERANCE = Duration.ofHours(24);

  private Opener() {}

  /// A letter with its proof.
  ///
  /// @param innerJws the sender's signed text, to be kept: what a court is shown
  /// @param identity the digest of what was signed; the letter's name in every receipt
  /// @param sealed the digest of the bytes that arrived
  /// @param signerKid the key that signed
  public record Opened(
      Letter letter, String innerJws, Digest identity, Digest sealed, String signerKid) {

    /// Names the letter, shows nothing of it.
    @Override
    public String toString() {
      return "Opened[" + letter + " " + identity + "]";
    }
  }

  /// Opens what arrived. Sizes, alphabet and algorithms are checked before any key is touched.
  ///
  /// The signing key must have been valid when the letter was created, and must not be revoked at
  /// `now`: a thief can choose the date. An expired list still opens: receipts must go on; whether
  /// to act on personal data then is the caller's decision.
  ///
  /// @param arrived at most 1 MiB of compact JWE
  /// @param held this node's current and former encryption keys
  /// @param now the instant of arrival, or for evidence the instant at which it is proved to have
  ///   existed
  public static Checked<Opened> open(
      byte[] arrived,
      Collection<DecryptionKey> held,
      TrustList trustList,
      NodeId ownNode,
      Instant now) {
    return Checked.by(() -> {
      var inner = Encrypted.decrypt(arrived, held);
      return opened(inner, Digest.of(arrived), new Arrival(trustList, ownNode, now));
    });
  }

  /// Checks a kept inner JWS again without any decryption key, as a court does.
  ///
  /// @param sealed the digest of the bytes in which it arrived, as receipts name it
  /// @param addressee the node it was for
  /// @param provedAt when it is proved to have existed
  public static Checked<Opened> reopen(
      String innerJws, Digest sealed, TrustList trustList, NodeId addressee, Instant provedAt) {
    var inner = innerJws.getBytes(StandardCharsets.UTF_8);
    return Checked.by(() -> opened(inner, sealed, new Arrival(trustList, addressee, provedAt)));
  }

  /// What a letter to this node says, without asking who signed it, or when. Nothing may be built
  /// on it: it serves to find, beside the letter, the newer trust list by which it can be proved.
  ///
  /// @param arrived at most 1 MiB of compact JWE
  public static Checked<Letter> unproved(
      byte[] arrived, Collection<DecryptionKey> held, NodeId ownNode) {
    return Checked.by(() -> {
      var inner = Encrypted.decrypt(arrived, held);
      var letter =
          LetterForm.read(Signed.parse(inner, Signed.Type.LETTER, Encrypted.MAX_BYTES).tree());
      Refusal.unless(letter.route().to().equals(ownNode), Reason.NOT_FOR_US);
      return letter;
    });
  }

  private record Arrival(TrustList trustList, NodeId ownNode, Instant now) {}

  private static Opened opened(byte[] inner, Digest sealed, Arrival arrival) {
    var signed = Signed.parse(inner, Signed.Type.LETTER, Encrypted.MAX_BYTES);
    Refusal.unless(SizeClass.isExact(signed.payload().bytes().length), Reason.NOT_PADDED);
    var letter = LetterForm.read(signed.tree());
    Refusal.unless(letter.route().to().equals(arrival.ownNode), Reason.NOT_FOR_US);
    verify(signed, letter, arrival);
    inTime(letter.life(), arrival.now);
    return new Opened(
        letter,
        new String(inner, StandardCharsets.US_ASCII),
        signed.identity(),
        sealed,
        signed.kid());
  }

  private static void verify(Signed signed, Letter letter, Arrival arrival) {
    var list = arrival.trustList;
    var from = letter.route().from();
    boolean isBehind = letter.knowledge().trust().version() > list.version();
    Refusal.unless(!isBehind || list.signerOf(signed.kid()).isPresent(), Reason.TRUST_LIST_BEHIND);
    list.verify(signed, from, letter.life().created(), arrival.now);
    boolean allowed =
        list.node(from).filter(node -> node.mayOriginate(letter.route().kind())).isPresent();
    Refusal.unless(allowed, isBehind ? Reason.TRUST_LIST_BEHIND : Reason.KIND_NOT_ALLOWED);
  }

  private static void inTime(Letter.Life life, Instant now) {
    Refusal.unless(!life.created().isAfter(now.plus(CLOCK_TOLERANCE)), Reason.CREATED_IN_FUTURE);
    Refusal.unless(!now.isAfter(life.notAfter()), Reason.EXPIRED);
  }
}

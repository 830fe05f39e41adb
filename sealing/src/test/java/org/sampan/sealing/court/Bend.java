package org.sampan.sealing.court;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.MerkleTree;
import org.sampan.sealing.log.SignedNote;

/// The hands of a forger.
final class Bend {

  private Bend() {}

  static Checkpoint head(CourtCase the) {
    MerkleTree tree = the.tree();
    return new Checkpoint(CourtCase.TH, the.log.size(), tree.root(the.log.size()));
  }

  static String noted(CourtBundle b, SignedNote note) {
    return new CourtBundle(b.node(), b.lists(), note.toString(), b.letters(), b.heads()).write();
  }

  static String lists(CourtCase the, List<String> lists) {
    CourtBundle b = the.bundle();
    return new CourtBundle(b.node(), lists, b.checkpoint(), b.letters(), b.heads()).write();
  }

  static String letters(
      CourtCase the, java.util.function.Consumer<List<CourtBundle.Exhibit>> bend) {
    CourtBundle b = the.bundle();
    List<CourtBundle.Exhibit> all = new ArrayList<>(b.letters());
    bend.accept(all);
    return new CourtBundle(b.node(), b.lists(), b.checkpoint(), all, b.heads()).write();
  }

  static String first(CourtCase the, UnaryOperator<CourtBundle.Exhibit> bend) {
    return letters(the, all -> all.set(0, bend.apply(all.getFirst())));
  }

  static String letter(CourtCase the, UnaryOperator<String> bend) {
    return first(
        the,
        one ->
            new CourtBundle.Exhibit(
                bend.apply(one.inner()), one.sealed(), one.receipts(), one.entries()));
  }

  static String entry(CourtCase the, UnaryOperator<CourtBundle.Logged> bend) {
    return first(
        the,
        one -> {
          List<CourtBundle.Logged> entries = new ArrayList<>(one.entries());
          entries.set(0, bend.apply(entries.getFirst()));
          return with(one, one.sealed(), one.receipts(), entries);
        });
  }

  static CourtBundle.Exhibit with(
      CourtBundle.Exhibit one,
      Digest sealed,
      List<String> receipts,
      List<CourtBundle.Logged> entries) {
    return new CourtBundle.Exhibit(one.inner(), sealed, receipts, entries);
  }

  static CourtBundle.Exhibit without(CourtBundle.Exhibit one) {
    return with(one, one.sealed(), one.receipts(), List.of());
  }

  /// The same letter with another identifier and body.
  static Letter instead(Letter is, Letter.Id id, String body) {
    return new Letter(
        id,
        is.route(),
        is.order(),
        is.life(),
        is.terms(),
        is.actor(),
        new Letter.Content(CanonicalJson.of(body), is.content().schema()),
        is.knowledge());
  }

  static String bent(String text, Random random) {
    int at = random.nextInt(text.length());
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  static String mirrored(String jws) {
    BigInteger order =
        new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    int dot = jws.lastIndexOf('.');
    byte[] both = Base64.getUrlDecoder().decode(jws.substring(dot + 1));
    BigInteger s = order.subtract(new BigInteger(1, Arrays.copyOfRange(both, 32, 64)));
    byte[] high = s.toByteArray();
    System.arraycopy(high, high.length - 32, both, 32, 32);
    return jws.substring(0, dot + 1) + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
  }
}

package org.sampan.sealing.court;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.sampan.sealing.Digest;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.InclusionProof;
import org.sampan.sealing.log.MerkleTree;
import org.sampan.sealing.log.SignedNote;

/// One way to forge a bundle. The forger has every tool but the keys of others, and mends the
/// digest at the end of the file.
enum Forgery {
  A_CHARACTER_OF_THE_FILE {
    @Override
    String of(CourtCase the) {
      String text = the.bundle().write();
      int at = the.random.nextInt(text.length());
      return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
    }
  },
  THE_FILE_CUT_SHORT {
    @Override
    String of(CourtCase the) {
      String text = the.bundle().write();
      return text.substring(0, the.random.nextInt(text.length()));
    }
  },
  A_LINE_APPENDED {
    @Override
    String of(CourtCase the) {
      return the.bundle().write() + "end\n";
    }
  },
  A_CHARACTER_OF_A_LETTER {
    @Override
    String of(CourtCase the) {
      return letter(the, inner -> bent(inner, the.random));
    }
  },
  WORDS_OF_A_LETTER_CHANGED_AND_SIGNED_BY_A_STRANGER {
    @Override
    String of(CourtCase the) {
      the.sent(1, CourtCase.STRANGER);
      return the.closed(List.of(CourtCase.FIRST, CourtCase.SECOND)).write();
    }
  },
  A_LETTER_SIGNED_BY_THE_OTHER_NODE {
    @Override
    String of(CourtCase the) {
      the.sent(1, CourtCase.KH_SIGNS);
      return the.closed(List.of(CourtCase.FIRST, CourtCase.SECOND)).write();
    }
  },
  A_SIGNATURE_MIRRORED {
    @Override
    String of(CourtCase the) {
      return letter(the, Forgery::mirrored);
    }
  },
  A_KEY_REVOKED_BEFORE_ANYBODY_ELSE_HAD_THE_LETTER {
    @Override
    String of(CourtCase the) {
      the.sent(1, CourtCase.TH_SIGNS);
      TrustList revoked =
          CourtCase.list(2, TrustLists.mark(CourtCase.FIRST).sha256(), CourtCase.START);
      return the.closed(List.of(CourtCase.FIRST, revoked)).write();
    }
  },
  A_LETTER_LEFT_OUT {
    @Override
    String of(CourtCase the) {
      return letters(the, all -> all.remove(0));
    }
  },
  TWO_LETTERS_EXCHANGED {
    @Override
    String of(CourtCase the) {
      return letters(the, all -> all.add(0, all.remove(1)));
    }
  },
  A_LETTER_TWICE {
    @Override
    String of(CourtCase the) {
      return letters(the, all -> all.add(1, all.get(0)));
    }
  },
  A_LETTER_OF_ANOTHER_CASE_WITHOUT_ITS_ENTRY {
    @Override
    String of(CourtCase the) {
      CourtBundle other = new CourtCase(the.random.nextLong()).bundle();
      return letters(the, all -> all.add(without(other.letters().getFirst())));
    }
  },
  RECEIPTS_EXCHANGED {
    @Override
    String of(CourtCase the) {
      return letters(
          the,
          all -> {
            CourtBundle.Exhibit one = all.get(0);
            CourtBundle.Exhibit two = all.get(1);
            all.set(0, with(one, one.sealed(), two.receipts(), one.entries()));
          });
    }
  },
  A_CHARACTER_OF_A_RECEIPT {
    @Override
    String of(CourtCase the) {
      return first(
          the,
          one -> {
            List<String> receipts = new ArrayList<>(one.receipts());
            receipts.set(0, bent(receipts.getFirst(), the.random));
            return with(one, one.sealed(), receipts, one.entries());
          });
    }
  },
  A_RECEIPT_WRITTEN_BY_A_STRANGER {
    @Override
    String of(CourtCase the) {
      return first(the, one -> with(one, one.sealed(), resigned(one), one.entries()));
    }

    private List<String> resigned(CourtBundle.Exhibit one) {
      String payload = one.receipts().getFirst().split("\\.")[1];
      // A statement's signature over the same words, put where a receipt's should be.
      String header =
          "{\"alg\":\"ES256\",\"kid\":\""
              + CourtCase.KH_SIGNS.kid()
              + "\",\"typ\":\"sampan+receipt\"}";
      String head =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(header.getBytes(StandardCharsets.US_ASCII));
      return List.of(head + "." + payload + "." + "A".repeat(86));
    }
  },
  ONE_RECEIPT_TWICE {
    @Override
    String of(CourtCase the) {
      return first(
          the,
          one -> {
            List<String> receipts = new ArrayList<>(one.receipts());
            receipts.add(receipts.getFirst());
            return with(one, one.sealed(), receipts, one.entries());
          });
    }
  },
  THE_DIGEST_OF_WHAT_TRAVELLED {
    @Override
    String of(CourtCase the) {
      return first(the, one -> with(one, Digest.of("other"), one.receipts(), one.entries()));
    }
  },
  WORDS_OF_AN_ENTRY {
    @Override
    String of(CourtCase the) {
      return entry(
          the,
          entry -> {
            byte[] content = entry.content().clone();
            content[the.random.nextInt(content.length)] ^= 1;
            return new CourtBundle.Logged(content, entry.path());
          });
    }
  },
  THE_PLACE_OF_AN_ENTRY {
    @Override
    String of(CourtCase the) {
      return entry(
          the,
          entry -> {
            InclusionProof path = entry.path();
            long other = (path.index() + 1) % path.size();
            return new CourtBundle.Logged(
                entry.content(), new InclusionProof(other, path.size(), path.path()));
          });
    }
  },
  THE_WAY_TO_THE_ROOT {
    @Override
    String of(CourtCase the) {
      return entry(
          the,
          entry -> {
            List<Hash> path = new ArrayList<>(entry.path().path());
            path.set(the.random.nextInt(path.size()), Hash.ofLeaf(new byte[1]));
            return new CourtBundle.Logged(
                entry.content(),
                new InclusionProof(entry.path().index(), entry.path().size(), path));
          });
    }
  },
  AN_ENTRY_ABOUT_SOMETHING_ELSE {
    @Override
    String of(CourtCase the) {
      return letters(
          the,
          all ->
              all.set(
                  0,
                  with(
                      all.get(0),
                      all.get(0).sealed(),
                      all.get(0).receipts(),
                      all.get(1).entries())));
    }
  },
  THE_ENTRY_LEFT_OUT {
    @Override
    String of(CourtCase the) {
      return first(the, Forgery::without);
    }
  },
  A_LOG_SIGNED_BY_A_STRANGER {
    @Override
    String of(CourtCase the) {
      CourtBundle bundle = the.bundle();
      Checkpoint head = head(the);
      return noted(bundle, head.sign(CourtCase.STRANGER, the.now()));
    }
  },
  NOBODY_SAW_THE_LOG {
    @Override
    String of(CourtCase the) {
      CourtBundle bundle = the.bundle();
      return noted(bundle, head(the).sign(CourtCase.TH_SIGNS, the.now()));
    }
  },
  THE_LOG_SEEN_BY_A_STRANGER {
    @Override
    String of(CourtCase the) {
      CourtBundle bundle = the.bundle();
      Checkpoint head = head(the);
      SigningKey stranger = CourtCase.STRANGER;
      return noted(
          bundle,
          head.sign(CourtCase.TH_SIGNS, the.now())
              .with(head.cosign(CourtCase.KH, stranger, the.now())));
    }
  },
  /// Thailand itself rewrites its log and signs it anew; Cambodia's word is for the old one.
  A_LOG_REWRITTEN_UNDER_AN_OLD_COSIGNATURE {
    @Override
    String of(CourtCase the) {
      CourtBundle bundle = the.bundle();
      SignedNote old = SignedNote.parse(bundle.checkpoint());
      the.log.set(0, new byte[40]);
      CourtBundle rewritten = the.closed(List.of(CourtCase.FIRST, CourtCase.SECOND));
      SignedNote note = SignedNote.parse(rewritten.checkpoint());
      return noted(
          rewritten,
          new SignedNote(
              note.text(),
              List.of(note.lines().get(0), note.lines().get(1), old.lines().getLast())));
    }
  },
  /// Thailand rewrites its log and Cambodia, deceived or bribed, signs for it: what Thailand told
  /// others before gives it away.
  A_LOG_REWRITTEN_AND_COSIGNED {
    @Override
    String of(CourtCase the) {
      the.bundle();
      the.log.set(0, new byte[40]);
      return the.closed(List.of(CourtCase.FIRST, CourtCase.SECOND)).write();
    }
  },
  A_TRUST_LIST_OF_OTHER_SIGNERS {
    @Override
    String of(CourtCase the) {
      return lists(
          the,
          List.of(
              TrustLists.sign(CourtCase.FIRST, List.of(CourtCase.STRANGER)),
              TrustLists.sign(CourtCase.SECOND, List.of(CourtCase.STRANGER))));
    }
  },
  A_CHARACTER_OF_A_TRUST_LIST {
    @Override
    String of(CourtCase the) {
      String list = TrustLists.sign(CourtCase.FIRST, List.of(CourtCase.SECRETARIAT));
      return lists(the, List.of(bent(list, the.random)));
    }
  },
  THE_OLDER_TRUST_LIST_LEFT_OUT {
    @Override
    String of(CourtCase the) {
      return lists(the, List.of(TrustLists.sign(CourtCase.SECOND, List.of(CourtCase.SECRETARIAT))));
    }
  },
  THE_TRUST_LISTS_EXCHANGED {
    @Override
    String of(CourtCase the) {
      return lists(
          the,
          List.of(
              TrustLists.sign(CourtCase.SECOND, List.of(CourtCase.SECRETARIAT)),
              TrustLists.sign(CourtCase.FIRST, List.of(CourtCase.SECRETARIAT))));
    }
  },
  NO_TRUST_LIST {
    @Override
    String of(CourtCase the) {
      return lists(the, List.of());
    }
  },
  ANOTHER_NODES_NAME_ON_IT {
    @Override
    String of(CourtCase the) {
      CourtBundle b = the.bundle();
      return new CourtBundle(CourtCase.KH, b.lists(), b.checkpoint(), b.letters(), b.heads())
          .write();
    }
  },
  NOTHING_IN_IT {
    @Override
    String of(CourtCase the) {
      CourtBundle b = the.bundle();
      return new CourtBundle(b.node(), b.lists(), b.checkpoint(), List.of(), b.heads()).write();
    }
  };

  /// The text of a bundle forged this way.
  abstract String of(CourtCase the);

  private static Checkpoint head(CourtCase the) {
    MerkleTree tree = the.tree();
    return new Checkpoint(CourtCase.TH, the.log.size(), tree.root(the.log.size()));
  }

  private static String noted(CourtBundle b, SignedNote note) {
    return new CourtBundle(b.node(), b.lists(), note.toString(), b.letters(), b.heads()).write();
  }

  private static String lists(CourtCase the, List<String> lists) {
    CourtBundle b = the.bundle();
    return new CourtBundle(b.node(), lists, b.checkpoint(), b.letters(), b.heads()).write();
  }

  private static String letters(
      CourtCase the, java.util.function.Consumer<List<CourtBundle.Exhibit>> bend) {
    CourtBundle b = the.bundle();
    List<CourtBundle.Exhibit> all = new ArrayList<>(b.letters());
    bend.accept(all);
    return new CourtBundle(b.node(), b.lists(), b.checkpoint(), all, b.heads()).write();
  }

  private static String first(CourtCase the, UnaryOperator<CourtBundle.Exhibit> bend) {
    return letters(the, all -> all.set(0, bend.apply(all.getFirst())));
  }

  private static String letter(CourtCase the, UnaryOperator<String> bend) {
    return first(
        the,
        one ->
            new CourtBundle.Exhibit(
                bend.apply(one.inner()), one.sealed(), one.receipts(), one.entries()));
  }

  private static String entry(CourtCase the, UnaryOperator<CourtBundle.Logged> bend) {
    return first(
        the,
        one -> {
          List<CourtBundle.Logged> entries = new ArrayList<>(one.entries());
          entries.set(0, bend.apply(entries.getFirst()));
          return with(one, one.sealed(), one.receipts(), entries);
        });
  }

  private static CourtBundle.Exhibit with(
      CourtBundle.Exhibit one,
      Digest sealed,
      List<String> receipts,
      List<CourtBundle.Logged> entries) {
    return new CourtBundle.Exhibit(one.inner(), sealed, receipts, entries);
  }

  private static CourtBundle.Exhibit without(CourtBundle.Exhibit one) {
    return with(one, one.sealed(), one.receipts(), List.of());
  }

  private static String bent(String text, Random random) {
    int at = random.nextInt(text.length());
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  private static String mirrored(String jws) {
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

package org.sampan.sealing.court;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.sampan.sealing.Digest;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;

/// Letters and receipts, forged.
enum LetterForgery implements Forgery {
  A_CHARACTER_OF_A_LETTER {
    @Override
    public String of(CourtCase the) {
      return Bend.letter(the, inner -> Bend.bent(inner, the.random));
    }
  },
  WORDS_OF_A_LETTER_CHANGED_AND_SIGNED_BY_A_STRANGER {
    @Override
    public String of(CourtCase the) {
      the.sent(1, CourtCase.STRANGER);
      return the.closed(List.of(CourtCase.FIRST, CourtCase.SECOND)).write();
    }
  },
  A_LETTER_SIGNED_BY_THE_OTHER_NODE {
    @Override
    public String of(CourtCase the) {
      the.sent(1, CourtCase.KH_SIGNS);
      return the.closed(List.of(CourtCase.FIRST, CourtCase.SECOND)).write();
    }
  },
  A_SIGNATURE_MIRRORED {
    @Override
    public String of(CourtCase the) {
      return Bend.letter(the, Bend::mirrored);
    }
  },
  A_KEY_REVOKED_BEFORE_ANYBODY_ELSE_HAD_THE_LETTER {
    @Override
    public String of(CourtCase the) {
      the.sent(1, CourtCase.TH_SIGNS);
      TrustList revoked =
          CourtLists.list(2, TrustLists.mark(CourtCase.FIRST).sha256(), CourtCase.START);
      return the.closed(List.of(CourtCase.FIRST, revoked)).write();
    }
  },
  A_LETTER_LEFT_OUT {
    @Override
    public String of(CourtCase the) {
      return Bend.letters(the, all -> all.remove(0));
    }
  },
  TWO_LETTERS_EXCHANGED {
    @Override
    public String of(CourtCase the) {
      return Bend.letters(the, all -> all.add(0, all.remove(1)));
    }
  },
  A_LETTER_TWICE {
    @Override
    public String of(CourtCase the) {
      return Bend.letters(the, all -> all.add(1, all.get(0)));
    }
  },
  A_LETTER_OF_ANOTHER_CASE_WITHOUT_ITS_ENTRY {
    @Override
    public String of(CourtCase the) {
      CourtBundle other = new CourtCase(the.random.nextLong()).bundle();
      return Bend.letters(the, all -> all.add(Bend.without(other.letters().getFirst())));
    }
  },
  RECEIPTS_EXCHANGED {
    @Override
    public String of(CourtCase the) {
      return Bend.letters(
          the,
          all -> {
            CourtBundle.Exhibit one = all.get(0);
            CourtBundle.Exhibit two = all.get(1);
            all.set(0, Bend.with(one, one.sealed(), two.receipts(), one.entries()));
          });
    }
  },
  A_CHARACTER_OF_A_RECEIPT {
    @Override
    public String of(CourtCase the) {
      return Bend.first(
          the,
          one -> {
            List<String> receipts = new ArrayList<>(one.receipts());
            receipts.set(0, Bend.bent(receipts.getFirst(), the.random));
            return Bend.with(one, one.sealed(), receipts, one.entries());
          });
    }
  },
  A_RECEIPT_WRITTEN_BY_A_STRANGER {
    @Override
    public String of(CourtCase the) {
      return Bend.first(the, one -> Bend.with(one, one.sealed(), resigned(one), one.entries()));
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
    public String of(CourtCase the) {
      return Bend.first(
          the,
          one -> {
            List<String> receipts = new ArrayList<>(one.receipts());
            receipts.add(receipts.getFirst());
            return Bend.with(one, one.sealed(), receipts, one.entries());
          });
    }
  },
  THE_DIGEST_OF_WHAT_TRAVELLED {
    @Override
    public String of(CourtCase the) {
      return Bend.first(
          the, one -> Bend.with(one, Digest.of("other"), one.receipts(), one.entries()));
    }
  }
}

package org.sampan.sealing.court;

import java.util.ArrayList;
import java.util.List;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.InclusionProof;
import org.sampan.sealing.log.SignedNote;

/// Entries and heads of the log, forged.
enum LogForgery implements Forgery {
  WORDS_OF_AN_ENTRY {
    @Override
    public String of(CourtCase the) {
      return Bend.entry(
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
    public String of(CourtCase the) {
      return Bend.entry(
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
    public String of(CourtCase the) {
      return Bend.entry(
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
    public String of(CourtCase the) {
      return Bend.letters(
          the,
          all ->
              all.set(
                  0,
                  Bend.with(
                      all.get(0),
                      all.get(0).sealed(),
                      all.get(0).receipts(),
                      all.get(1).entries())));
    }
  },
  THE_ENTRY_LEFT_OUT {
    @Override
    public String of(CourtCase the) {
      return Bend.first(the, Bend::without);
    }
  },
  A_LOG_SIGNED_BY_A_STRANGER {
    @Override
    public String of(CourtCase the) {
      CourtBundle bundle = the.bundle();
      Checkpoint head = Bend.head(the);
      return Bend.noted(bundle, head.sign(CourtCase.STRANGER, the.now()));
    }
  },
  NOBODY_SAW_THE_LOG {
    @Override
    public String of(CourtCase the) {
      CourtBundle bundle = the.bundle();
      return Bend.noted(bundle, Bend.head(the).sign(CourtCase.TH_SIGNS, the.now()));
    }
  },
  THE_LOG_SEEN_BY_A_STRANGER {
    @Override
    public String of(CourtCase the) {
      CourtBundle bundle = the.bundle();
      Checkpoint head = Bend.head(the);
      SigningKey stranger = CourtCase.STRANGER;
      return Bend.noted(
          bundle,
          head.sign(CourtCase.TH_SIGNS, the.now())
              .with(head.cosign(CourtCase.KH, stranger, the.now())));
    }
  },
  /// Thailand itself rewrites its log and signs it anew; Cambodia's word is for the old one.
  A_LOG_REWRITTEN_UNDER_AN_OLD_COSIGNATURE {
    @Override
    public String of(CourtCase the) {
      CourtBundle bundle = the.bundle();
      SignedNote old = SignedNote.parse(bundle.checkpoint());
      the.log.set(0, new byte[40]);
      CourtBundle rewritten = the.closed(List.of(CourtCase.FIRST, CourtCase.SECOND));
      SignedNote note = SignedNote.parse(rewritten.checkpoint());
      return Bend.noted(
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
    public String of(CourtCase the) {
      the.bundle();
      the.log.set(0, new byte[40]);
      return the.closed(List.of(CourtCase.FIRST, CourtCase.SECOND)).write();
    }
  }
}

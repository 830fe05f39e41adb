package org.sampan.sealing.court;

import java.util.List;
import org.sampan.sealing.TrustLists;

/// The file as a whole and its trust lists, forged.
enum FileForgery implements Forgery {
  A_CHARACTER_OF_THE_FILE {
    @Override
    public String of(CourtCase the) {
      String text = the.bundle().write();
      int at = the.random.nextInt(text.length());
      return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
    }
  },
  THE_FILE_CUT_SHORT {
    @Override
    public String of(CourtCase the) {
      String text = the.bundle().write();
      return text.substring(0, the.random.nextInt(text.length()));
    }
  },
  A_LINE_APPENDED {
    @Override
    public String of(CourtCase the) {
      return the.bundle().write() + "end\n";
    }
  },
  A_TRUST_LIST_OF_OTHER_SIGNERS {
    @Override
    public String of(CourtCase the) {
      return Bend.lists(
          the,
          List.of(
              TrustLists.sign(CourtCase.FIRST, List.of(CourtCase.STRANGER)),
              TrustLists.sign(CourtCase.SECOND, List.of(CourtCase.STRANGER))));
    }
  },
  A_CHARACTER_OF_A_TRUST_LIST {
    @Override
    public String of(CourtCase the) {
      String list = TrustLists.sign(CourtCase.FIRST, List.of(CourtCase.SECRETARIAT));
      return Bend.lists(the, List.of(Bend.bent(list, the.random)));
    }
  },
  THE_OLDER_TRUST_LIST_LEFT_OUT {
    @Override
    public String of(CourtCase the) {
      return Bend.lists(
          the, List.of(TrustLists.sign(CourtCase.SECOND, List.of(CourtCase.SECRETARIAT))));
    }
  },
  THE_TRUST_LISTS_EXCHANGED {
    @Override
    public String of(CourtCase the) {
      return Bend.lists(
          the,
          List.of(
              TrustLists.sign(CourtCase.SECOND, List.of(CourtCase.SECRETARIAT)),
              TrustLists.sign(CourtCase.FIRST, List.of(CourtCase.SECRETARIAT))));
    }
  },
  NO_TRUST_LIST {
    @Override
    public String of(CourtCase the) {
      return Bend.lists(the, List.of());
    }
  },
  ANOTHER_NODES_NAME_ON_IT {
    @Override
    public String of(CourtCase the) {
      CourtBundle b = the.bundle();
      return new CourtBundle(CourtCase.KH, b.lists(), b.checkpoint(), b.letters(), b.heads())
          .write();
    }
  },
  NOTHING_IN_IT {
    @Override
    public String of(CourtCase the) {
      CourtBundle b = the.bundle();
      return new CourtBundle(b.node(), b.lists(), b.checkpoint(), List.of(), b.heads()).write();
    }
  }
}

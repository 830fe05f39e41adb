package org.sampan.screenings;

import org.sampan.screening.Act;
import org.sampan.screening.Indicator;
import org.sampan.screening.IndicatorSet;
import org.sampan.screening.Texts;

/// One question of an interview, in whatever language its texts are in.
sealed interface Question {

  /// Asked first, on the page that starts an interview; counts in no dimension.
  String DANGER = "DANGER";

  /// Where the interview was held; a text.
  String PLACE = "PLACE";

  /// The code its answers are kept under.
  String code();

  /// What it is about, in a few words.
  String label(Texts texts);

  /// As it is read aloud.
  String aloud(Texts texts);

  /// A sign, graded.
  record OfSign(IndicatorSet set, Indicator sign) implements Question {
    @Override
    public String code() {
      return sign.id().value();
    }

    @Override
    public String label(Texts texts) {
      return texts.label(set, sign);
    }

    @Override
    public String aloud(Texts texts) {
      return texts.question(set, sign);
    }
  }

  /// An act, recorded and not graded.
  record OfAct(IndicatorSet set, Act act) implements Question {
    @Override
    public String code() {
      return codeOf(act);
    }

    @Override
    public String label(Texts texts) {
      return texts.name(act);
    }

    @Override
    public String aloud(Texts texts) {
      return texts.question(set, act);
    }
  }

  static String codeOf(Act act) {
    return "ACT-" + act.name();
  }
}

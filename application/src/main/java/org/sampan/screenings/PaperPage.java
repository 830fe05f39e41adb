package org.sampan.screenings;

import org.sampan.screening.IndicatorSet;
import org.sampan.web.Language;
import org.sampan.web.Screen;

/// The empty questionnaire on paper, in the officer's language and one more.
record PaperPage(IndicatorSet set, Language spoken) implements Screen {}

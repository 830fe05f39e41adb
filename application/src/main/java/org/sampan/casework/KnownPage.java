package org.sampan.casework;

import java.util.List;
import org.sampan.web.Screen;

/// Cases that may be of the same person, shown before another is opened. What she may not see she
/// only learns to be somewhere, not where: the office that holds it is told when the new case is
/// opened.
///
/// @param seen proves that this very list was shown, when the form comes back
record KnownPage(TypedFacts typed, List<CasesPage.Row> matches, boolean elsewhere, String seen)
    implements Screen {}

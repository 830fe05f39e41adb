package org.sampan.consents;

import java.util.List;
import org.sampan.web.Frame;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// What is read aloud to her, in her language beside the reader's, and the form for her answer.
record AskPage(
    PersonId person,
    Care.InCare care,
    Scope scope,
    ScopePage.Form chosen,
    Recipients recipients,
    AnswerForm form,
    Problems problems)
    implements Screen {

  /// The languages the text stands in: hers first, then the reader's when it is another.
  List<Language> languages(Language readers) {
    return chosen
        .spoken()
        .filter(hers -> hers != readers)
        .map(hers -> List.of(hers, readers))
        .orElse(List.of(readers));
  }

  String recipient(Frame frame, Language language) {
    return recipients.name(frame, scope.recipient(), language);
  }

  boolean throughInterpreter() {
    return chosen.spoken().isEmpty();
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}

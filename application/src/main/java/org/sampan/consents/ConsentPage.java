package org.sampan.consents;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sampan.web.Frame;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// One consent as it was heard; printed, it is her own copy. Taking it back stands apart.
///
/// @param by who wrote it down
/// @param mayWithdraw whether the reader may write a withdrawal down
record ConsentPage(
    Care.InCare care,
    Consent consent,
    Consent.Spoken spoken,
    Recipients recipients,
    String by,
    boolean mayWithdraw,
    LocalDate today,
    Problems problems)
    implements Screen {

  Optional<Language> hers() {
    return Language.of(consent.language());
  }

  List<Language> languages(Language readers) {
    return hers()
        .filter(one -> one != readers)
        .map(one -> List.of(one, readers))
        .orElse(List.of(readers));
  }

  String recipient(Frame frame, Language language) {
    return recipients.name(frame, consent.scope().recipient(), language);
  }

  boolean stands() {
    return consent.allowsOn(today);
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}

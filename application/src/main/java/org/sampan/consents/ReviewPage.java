package org.sampan.consents;

import java.time.Instant;
import java.util.List;
import org.sampan.vault.Personal;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// One overruling with its reason in words, for whoever judges it.
///
/// @param explained the reason in words; empty when her key is gone
/// @param answers what she had answered
/// @param by who made it
/// @param mayJudge false for whoever made it
@Personal
record ReviewPage(
    Overruling overruling,
    String explained,
    List<Consent> answers,
    String by,
    Recipients recipients,
    boolean mayJudge,
    Instant now,
    Problems problems)
    implements Screen {
  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }

  @Override
  public String toString() {
    return "ReviewPage[redacted]";
  }
}

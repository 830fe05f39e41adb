package org.sampan.transfers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.casework.CaseFile;
import org.sampan.consents.Consent;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;

/// Where a transfer is written.
///
/// @param choices all the ways the case can go now
record OfferPage(
    CaseFile file, List<Offering.Choice> choices, Form form, Problems problems, Shown shown)
    implements Screen {

  /// What was typed.
  ///
  /// @param id made when the form was drawn
  /// @param to which way, by its code
  record Form(String id, String to, String why, String giver) {
    static Form fresh(UUID id) {
      return new Form(id.toString(), "", "", "");
    }
  }

  /// What she was asked and agreed to.
  record Agreed(Transfer.Why why, Consent.Giver giver) {}

  /// Reads the form; problems are added.
  static Optional<Agreed> agreed(Form form, Problems problems) {
    Transfer.@Nullable Why why = Typed.choice(Transfer.Why.class, form.why()).orElse(null);
    Consent.@Nullable Giver giver = Typed.choice(Consent.Giver.class, form.giver()).orElse(null);
    if (why == null) {
      problems.add("why", "transfers.problem.why");
    }
    if (giver == null) {
      problems.add("giver", "transfers.problem.giver");
    }
    return why == null || giver == null ? Optional.empty() : Optional.of(new Agreed(why, giver));
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}

package org.sampan.referrals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Question;
import org.sampan.casework.RiverSource;
import org.sampan.consents.Authority;
import org.sampan.consents.Category;
import org.sampan.exchange.Deliveries;
import org.sampan.vault.Personal;
import org.sampan.web.Frame;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// One referral of ours: what goes, what stays, and what became of it.
///
/// @param message the identifier a message of ours gets, should this page send one
@Personal
record ReferralPage(
    Referral referral,
    CaseFile file,
    Content content,
    List<Steps.Step> steps,
    Optional<Deliveries.Delivery> delivery,
    Rights rights,
    Problems problems,
    UUID message,
    Shown shown,
    Instant now)
    implements Screen {

  /// What goes and stays: as it would go now, or as it was handed in.
  ///
  /// @param why why nothing may go, where nothing may
  /// @param missing the categories she has not allowed and the purpose needs
  /// @param noAgreement why no agreement is named
  @Personal
  record Content(
      Map<Extract.Item, List<String>> goes,
      List<Extract.Stay> stays,
      Authority.@Nullable Why why,
      Set<Category> missing,
      String noAgreement) {
    @Override
    public String toString() {
      return "Content[redacted]";
    }
  }

  /// What this reader may do with it now.
  ///
  /// @param waits whether she wrote it herself and somebody else must approve
  record Rights(boolean change, boolean approve, boolean waits, boolean cancel) {}

  RiverSource.State river() {
    return referral.river(delivery.map(Deliveries.Delivery::state));
  }

  /// Whether its message still waits here.
  boolean waits() {
    return delivery.filter(one -> one.state().waits()).isPresent();
  }

  List<Shown.Line> goes(Frame frame) {
    return shown.lines(frame, content.goes(), referral.terms().language());
  }

  /// Lines that stay though they could go: the author can let them go again.
  List<Extract.Item> kept() {
    return content.stays().stream()
        .filter(stay -> stay.reason() == Extract.Reason.KEPT)
        .map(Extract.Stay::item)
        .toList();
  }

  /// Where the consent that is missing is asked for: everything chosen already.
  String askPath() {
    Set<Category> wanted =
        content.goes().keySet().stream().map(Extract.Item::category).collect(Collectors.toSet());
    wanted.addAll(content.missing());
    String categories =
        wanted.stream()
            .sorted()
            .map(one -> "&category=" + one.name())
            .collect(Collectors.joining());
    return "/persons/"
        + file.person().value()
        + "/consents/ask?purpose="
        + referral.terms().purpose().name()
        + "&to="
        + URLEncoder.encode(referral.terms().to().code(), StandardCharsets.UTF_8)
        + categories
        + "&language="
        + URLEncoder.encode(file.answer(Question.LANGUAGES), StandardCharsets.UTF_8);
  }

  /// What an answer says; none for a step that is no answer.
  static Optional<StatusBody> answer(Steps.Step step) {
    return switch (step.what()) {
      case ANSWERED_ACCEPTED, ANSWERED_REFUSED, ANSWERED_FEEDBACK, ACCEPTED, REFUSED, FED_BACK ->
          Body.status(step.words());
      default -> Optional.empty();
    };
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }

  @Override
  public String toString() {
    return "ReferralPage[redacted]";
  }
}

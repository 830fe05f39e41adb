package org.sampan.referrals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sampan.accounts.Account;
import org.sampan.consents.Recipient;
import org.sampan.exchange.Exhibits;
import org.sampan.vault.Personal;
import org.sampan.web.Frame;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// One referral to us: its proof, what it says, what we decided and what came of it.
///
/// @param body what it says; none when it is locked, taken back, or her key is gone
/// @param proof none when it came from another office of this node
/// @param colleagues who can be given a follow-up; nobody when this reader may not give one
@Personal
record ReceivedPage(
    Received received,
    Optional<RequestBody> body,
    Optional<Exhibits.Proof> proof,
    List<Steps.Step> steps,
    List<ReceivedReferrals.Translation> translations,
    List<Given> tasks,
    List<Account> colleagues,
    Typed typed,
    Problems problems,
    Shown shown,
    Instant now)
    implements Screen {

  /// A follow-up with what was found.
  ///
  /// @param tellable what of it may go back
  @Personal
  record Given(
      Task task,
      Task.Told told,
      Optional<Task.Visit> visit,
      Map<StatusBody.Found, List<String>> tellable) {
    @Override
    public String toString() {
      return "Given[redacted]";
    }
  }

  /// What stands in the forms of the page, and the identifiers they carry.
  ///
  /// @param message the identifier a message gets, should this page send one
  /// @param form the identifier of what else it may make
  @Personal
  record Typed(
      UUID message, UUID form, String reason, String words, String colleague, Task.Told told) {
    @Override
    public String toString() {
      return "Typed[redacted]";
    }
  }

  Recipient sender() {
    return new Recipient(
        received.from().country(), received.from().node(), received.from().office());
  }

  List<Shown.Line> lines(Frame frame) {
    return body.map(one -> shown.lines(frame, one.told(), one.language())).orElse(List.of());
  }

  List<ReceivedReferrals.Translation> translationsOf(Extract.Item item) {
    return translations.stream().filter(one -> one.item() == item).toList();
  }

  /// The texts that can be translated.
  List<Extract.Item> texts() {
    List<Extract.Item> texts = new ArrayList<>();
    body.ifPresent(
        one -> one.told().keySet().stream().filter(Extract.Item::isText).forEach(texts::add));
    return texts;
  }

  static String ownName(String tag) {
    return Language.of(tag).map(Language::ownName).orElse(tag);
  }

  boolean isNew() {
    return received.state() == Received.State.NEW;
  }

  boolean isAccepted() {
    return received.state() == Received.State.ACCEPTED
        || received.state() == Received.State.FED_BACK;
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }

  @Override
  public String toString() {
    return "ReceivedPage[redacted]";
  }
}

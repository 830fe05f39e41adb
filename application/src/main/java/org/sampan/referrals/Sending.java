package org.sampan.referrals;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.SignedIn;
import org.sampan.attachments.Enclosures;
import org.sampan.consents.Authority;
import org.sampan.consents.Category;
import org.sampan.consents.Consents;
import org.sampan.exchange.Draft;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Post;
import org.sampan.sealing.Letter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How things leave: sealed to another country's node, or handed to another office of this one,
/// which needs no envelope but the same consent.
@Component
class Sending {

  /// What became of it.
  sealed interface Outcome {
    record Sent() implements Outcome {}

    /// It did not leave.
    ///
    /// @param words the key of why
    /// @param why the key of what her answer was, where that is why
    record NotSent(String words, @Nullable String why) implements Outcome {}
  }

  static final String REQUEST = "referral.request/1.1";
  static final String STATUS = "referral.status/1.0";

  private final Taking taking;
  private final Post post;
  private final Consents consents;
  private final Enclosures enclosures;
  private final Offices offices;
  private final Clock clock;
  private final String node;

  Sending(
      Taking taking,
      Post post,
      Consents consents,
      Enclosures enclosures,
      Offices offices,
      Clock clock,
      @Value("${sampan.node}") String node) {
    this.taking = taking;
    this.post = post;
    this.consents = consents;
    this.enclosures = enclosures;
    this.offices = offices;
    this.clock = clock;
    this.node = node;
  }

  /// Whether it stays in this node.
  boolean isHere(String otherNode) {
    return node.equals(otherNode);
  }

  /// Sends what was approved.
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome request(Referral referral, RequestBody body, SignedIn approver) {
    Referral.Terms terms = referral.terms();
    if (isHere(terms.to().node())) {
      return handOver(referral, body);
    }
    return outcome(
        post.send(
            new Draft(
                referral.id().message(),
                REQUEST,
                terms.to().node(),
                terms.to().office(),
                referral.person(),
                referral.caseFile().value(),
                terms.purpose(),
                basis(terms.agreement()),
                categories(body),
                hurry(terms.urgency()),
                null,
                referral.author().account(),
                approver.id(),
                files(referral, body),
                body.json())));
  }

  /// The copies that go: none when she did not allow them or the author keeps them back.
  private List<Letter.Attachment> files(Referral referral, RequestBody body) {
    return body.told().containsKey(Extract.Item.COPIES)
        ? enclosures.enclose(referral.id().value(), referral.terms().to().node())
        : List.of();
  }

  private Outcome handOver(Referral referral, RequestBody body) {
    Referral.Terms terms = referral.terms();
    Consents.To to = new Consents.To(node, terms.to().office());
    Authority authority =
        consents.authorityFor(
            referral.person(), terms.purpose(), to, categories(body), clock.instant());
    Optional<Office> office = offices.coded(terms.to().office());
    if (office.isEmpty()) {
      return new Outcome.NotSent("referrals.not-sent.unknown-recipient", null);
    }
    Set<Category> covered =
        switch (authority) {
          case Authority.Given given -> given.categories();
          case Authority.Overridden over -> over.categories();
          case Authority.None none -> Set.of();
        };
    if (authority instanceof Authority.None(Authority.Why why)) {
      return new Outcome.NotSent("referrals.not-sent.no-authority", why.words());
    }
    taking.request(
        new Taking.Request(
            referral.id().message(), node, office.get(), clock.instant(), covered, null, body));
    return new Outcome.Sent();
  }

  /// Tells the other office that a referral of ours is taken back.
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome takenBack(Referral referral, MessageId message, StatusBody body, SignedIn reader) {
    Referral.Terms terms = referral.terms();
    if (isHere(terms.to().node())) {
      taking.takenBack(referral.id().message(), node, body.at());
      return new Outcome.Sent();
    }
    return outcome(
        post.send(
            new Draft(
                message,
                STATUS,
                terms.to().node(),
                terms.to().office(),
                referral.person(),
                referral.caseFile().value(),
                terms.purpose(),
                basis(terms.agreement()),
                Set.of(),
                hurry(Referral.Urgency.ONE_HOUR),
                referral.id().message(),
                reader.id(),
                null,
                List.of(),
                body.json())));
  }

  /// Answers what was received.
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome answer(Received received, MessageId message, StatusBody body, SignedIn reader) {
    if (isHere(received.from().node())) {
      taking.answer(message, received.id().message(), node, body);
      return new Outcome.Sent();
    }
    return outcome(
        post.send(
            new Draft(
                message,
                STATUS,
                received.from().node(),
                received.from().office(),
                received.person(),
                received.caseFile().value(),
                received.asked().purpose(),
                basis(""),
                body.categories(),
                hurry(received.asked().urgency()),
                received.id().message(),
                reader.id(),
                null,
                List.of(),
                body.json())));
  }

  private static Letter.Urgency hurry(Referral.Urgency urgency) {
    return urgency.hurries() ? Letter.Urgency.URGENT : Letter.Urgency.ROUTINE;
  }

  private static Letter.LegalBasis basis(String agreement) {
    return new Letter.LegalBasis(agreement.isEmpty() ? "none" : agreement, "not named");
  }

  static Set<Category> categories(RequestBody body) {
    Set<Category> told = EnumSet.noneOf(Category.class);
    body.told().keySet().forEach(item -> told.add(item.category()));
    return told;
  }

  private static Outcome outcome(Post.Outcome outcome) {
    return switch (outcome) {
      case Post.Outcome.Queued queued -> new Outcome.Sent();
      case Post.Outcome.NoAuthority(Authority.Why why) ->
          new Outcome.NotSent("referrals.not-sent.no-authority", why.words());
      case Post.Outcome.NotApproved none ->
          new Outcome.NotSent("referrals.not-sent.not-approved", null);
      case Post.Outcome.UnknownRecipient unknown ->
          new Outcome.NotSent("referrals.not-sent.unknown-recipient", null);
      case Post.Outcome.TooLarge large -> new Outcome.NotSent("referrals.not-sent.too-large", null);
    };
  }
}

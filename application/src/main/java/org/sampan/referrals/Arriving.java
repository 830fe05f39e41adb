package org.sampan.referrals;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.attachments.Enclosures;
import org.sampan.casework.CaseFile;
import org.sampan.consents.Category;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Post;
import org.sampan.exchange.Receiver;
import org.sampan.sealing.Letter;
import org.sampan.web.Typed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Reads what other nodes send about referrals, and says no with a code where it breaks a rule.
@Component
class Arriving implements Receiver {

  private static final String WITHDRAW = "consent.withdraw/1.0";
  private static final String TOMBSTONE = "sys.tombstone/1.0";

  private final Taking taking;
  private final ObjectProvider<Post> post;
  private final Offices offices;
  private final Enclosures enclosures;

  Arriving(Taking taking, ObjectProvider<Post> post, Offices offices, Enclosures enclosures) {
    this.taking = taking;
    this.post = post;
    this.offices = offices;
    this.enclosures = enclosures;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Sending.REQUEST, Sending.STATUS, WITHDRAW, TOMBSTONE);
  }

  @Override
  public Reception receive(Received message) {
    try {
      if (message.kind().startsWith("consent.withdraw/")) {
        taking.lock(message.locked(), message.at());
        return new Reception.Taken(message.person());
      }
      if (message.kind().equals(TOMBSTONE)) {
        message.locked().forEach(one -> taking.takenBack(one, message.from(), message.at()));
        return new Reception.Taken(message.person());
      }
      return message.kind().startsWith("referral.request/") ? request(message) : status(message);
    } catch (Body.Refused refused) {
      return new Reception.Aside(refused.code());
    }
  }

  private Reception request(Received message) throws Body.Refused {
    Letter letter = message.letter();
    RequestBody body = RequestBody.read(letter.content().body().text());
    Body.unless(letter.terms().purpose().equals(body.purpose().name()), "BODY_PURPOSE");
    Set<Category> allowed = allowed(letter.terms().consent());
    Body.unless(allowed.containsAll(Sending.categories(body)), "BODY_BEYOND_CONSENT");
    List<String> copies = body.told().getOrDefault(Extract.Item.COPIES, List.of());
    Body.unless(copies.size() == letter.content().attachments().size(), "BODY_COPIES");
    Optional<Office> office = offices.coded(message.office());
    Body.unless(office.isPresent(), "UNKNOWN_OFFICE");
    CaseFile file =
        taking.request(
            new Taking.Request(
                message.id(),
                message.from(),
                office.orElseThrow(),
                message.at(),
                allowed,
                message.caseFile(),
                body));
    enclosures.keep(message.id().value(), file.person().value(), copies);
    if (message.caseFile() == null) {
      post.getObject().join(message.id(), file.id().value(), file.person().value());
    }
    return new Reception.Taken(file.person().value());
  }

  private static Set<Category> allowed(Letter.Consent consent) {
    Set<Category> allowed = EnumSet.noneOf(Category.class);
    consent.scope().forEach(name -> Typed.choice(Category.class, name).ifPresent(allowed::add));
    return allowed;
  }

  private Reception status(Received message) throws Body.Refused {
    Letter letter = message.letter();
    StatusBody body = StatusBody.read(letter.content().body().text());
    Letter.Id answered = letter.route().inReplyTo();
    if (answered == null) {
      throw new Body.Refused("NO_REFERRAL_NAMED");
    }
    MessageId asked = new MessageId(answered.value());
    if (body.what() == StatusBody.What.TAKEN_BACK) {
      boolean known = taking.takenBack(asked, message.from(), message.at());
      Body.unless(known, "UNKNOWN_REFERRAL");
      return new Reception.Taken(message.person());
    }
    Body.unless(!body.at().isAfter(message.at().plusSeconds(600)), "BODY_TIME");
    Optional<Referral> referral = taking.answer(message.id(), asked, message.from(), body);
    Body.unless(referral.isPresent(), "UNKNOWN_REFERRAL");
    return new Reception.Taken(referral.orElseThrow().person().value());
  }
}

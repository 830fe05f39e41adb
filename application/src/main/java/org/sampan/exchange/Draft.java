package org.sampan.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.consents.Category;
import org.sampan.consents.PersonId;
import org.sampan.consents.Purpose;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Letter;
import tools.jackson.databind.json.JsonMapper;

/// A message somebody wants to send, before anything is checked.
///
/// @param id made when its form was drawn; sending it twice sends it once
/// @param kind as `referral.request/1.0`
/// @param toNode the receiving node, as `kh`
/// @param toOffice the code of the receiving office
/// @param caseFile our case
/// @param legalBasis which agreement, and which article of it
/// @param categories all that the body tells
/// @param inReplyTo the message it answers, one we received; or our own request that it takes back
/// @param approver the second pair of eyes, where the kind demands it
/// @param attachments the files that go beside it; the body names them
/// @param body what is said, as JSON: texts, whole numbers, booleans, lists and maps; `office` is
///   ours
public record Draft(
    MessageId id,
    String kind,
    String toNode,
    String toOffice,
    PersonId person,
    UUID caseFile,
    Purpose purpose,
    Letter.LegalBasis legalBasis,
    Set<Category> categories,
    Letter.Urgency urgency,
    @Nullable MessageId inReplyTo,
    Account.Id author,
    Account.@Nullable Id approver,
    List<Letter.Attachment> attachments,
    Map<String, Object> body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> TAKING_BACK = Set.of("what", "at", "language", "by");

  public Draft {
    if (body.containsKey("office")) {
      throw new IllegalArgumentException("the office is named by toOffice");
    }
    categories = Set.copyOf(categories);
    body = Map.copyOf(body);
    attachments = List.copyOf(attachments);
  }

  /// What is said, with the office it is said to.
  CanonicalJson said() {
    TreeMap<String, Object> said = new TreeMap<>(body);
    said.put("office", toOffice);
    return CanonicalJson.of(JSON.writeValueAsString(said));
  }

  /// Whether it goes where that message went, about the same person.
  boolean isOfTheSame(Outbox.Sent sent) {
    return sent.peer().equals(toNode) && person.value().equals(sent.person());
  }

  /// Whether it says only that what we asked is taken back: nothing about a person.
  boolean onlyTakesBack() {
    return "TAKEN_BACK".equals(body.get("what"))
        && categories.isEmpty()
        && TAKING_BACK.containsAll(body.keySet());
  }

  @Override
  public String toString() {
    return "Draft[" + id.value() + " " + kind + "]";
  }
}

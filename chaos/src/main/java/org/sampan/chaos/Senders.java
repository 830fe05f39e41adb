package org.sampan.chaos;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.Role;
import org.sampan.audit.Act;
import org.sampan.consents.Category;
import org.sampan.consents.PersonId;
import org.sampan.consents.Purpose;
import org.sampan.database.NodeDatabase;
import org.sampan.exchange.Draft;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Post;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.vault.Vault;
import org.sampan.web.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

/// An office with a case manager and her supervisor, who send by the front door people use.
class Senders {

  private static final UUID OFFICE = UUID.fromString("01900000-0000-7000-8000-000000000001");
  private static final UUID AGENCY = UUID.fromString("01900000-0000-7000-8000-000000000002");
  private static final UUID MANAGER = UUID.fromString("01900000-0000-7000-8000-000000000003");
  private static final UUID SUPERVISOR = UUID.fromString("01900000-0000-7000-8000-000000000004");

  // Fills the letter to about 2 KB of body, as a referral with a page of text has.
  private static final String WORDS = "She wishes to go home before the rains. ".repeat(40).strip();

  private final String node;
  private final Offices offices;
  private final Accounts accounts;
  private final Vault vault;
  private final Post post;
  private final TransactionTemplate transaction;

  Senders(
      @Value("${sampan.node}") String node,
      Offices offices,
      Accounts accounts,
      Vault vault,
      Post post,
      TransactionTemplate transaction) {
    this.node = node;
    this.offices = offices;
    this.accounts = accounts;
    this.vault = vault;
    this.post = post;
    this.transaction = transaction;
  }

  /// The code of the office of a node under trial.
  static String officeOf(String node) {
    return node + "-focal-point";
  }

  /// Opens the office at the first start.
  void settleIn() {
    if (offices.coded(officeOf(node)).isPresent()) {
      return;
    }
    transaction.executeWithoutResult(_ -> {
      offices.add(new Agency(new Agency.Id(AGENCY), "กรม", "Department"));
      offices.add(
          new Office(
              new Office.Id(OFFICE),
              new Agency.Id(AGENCY),
              officeOf(node),
              "สำนักงาน",
              "Focal point",
              ZoneId.of("Asia/Bangkok")));
      employ(MANAGER, "manager", Role.CASE_MANAGER);
      employ(SUPERVISOR, "supervisor", Role.SUPERVISOR);
    });
  }

  private void employ(UUID id, String name, Role role) {
    accounts.add(
        new Account(
            new Account.Id(id),
            name,
            "Invented",
            new Office.Id(OFFICE),
            Set.of(role),
            Language.ENGLISH,
            true),
        Act.of("accounts.account.added"));
  }

  UUID person() {
    UUID person = UuidCreator.getTimeOrderedEpoch();
    transaction.executeWithoutResult(_ -> vault.admit(person));
    return person;
  }

  /// Her consent, as the consents capability stores it.
  void consent(NodeDatabase database, UUID person, String toNode) throws SQLException {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    try (var connection = database.asOwner();
        var add =
            connection.prepareStatement(
                """
                insert into consents.consent
                  (id, person, purpose, country, node, office, categories, answer, giver, language, day, spoken,
                   recorded_at, recorded_by, recorded_in, hash)
                values (?, ?, 'RETURN', upper(?), ?, '*', '{IDENTITY,NEEDS,WISHES}', 'GIVEN', 'PERSON', 'km',
                        current_date, '', now(), gen_random_uuid(), gen_random_uuid(), ?)
                """)) {
      add.setObject(1, id);
      add.setObject(2, person);
      add.setString(3, toNode);
      add.setString(4, toNode);
      add.setString(5, Digest.of(id.toString()).hex());
      add.executeUpdate();
    }
  }

  /// Sends one request in one commit.
  UUID send(UUID person, UUID caseFile, String toNode, boolean urgent) {
    MessageId id = MessageId.next();
    Draft draft =
        new Draft(
            id,
            "referral.request/1.0",
            toNode,
            officeOf(toNode),
            new PersonId(person),
            caseFile,
            Purpose.RETURN,
            new Letter.LegalBasis("th-kh-2003", "5"),
            Set.of(Category.IDENTITY, Category.NEEDS, Category.WISHES),
            urgent ? Letter.Urgency.URGENT : Letter.Urgency.ROUTINE,
            null,
            new Account.Id(MANAGER),
            new Account.Id(SUPERVISOR),
            List.of(),
            body());
    Post.Outcome outcome = transaction.execute(_ -> post.send(draft));
    if (!(outcome instanceof Post.Outcome.Queued)) {
      throw new IllegalStateException("not queued: " + outcome);
    }
    return id.value();
  }

  private Map<String, Object> body() {
    Map<String, Object> body = new TreeMap<>();
    body.put("case", "TH-TRIAL");
    body.put("purpose", "RETURN");
    body.put("need", "RECEPTION");
    body.put("urgency", "THREE_DAYS");
    body.put("agreement", "th-kh-2003");
    body.put("consent", UUID.randomUUID().toString());
    body.put("language", "en");
    body.put(
        "sender",
        Map.of(
            "office",
            officeOf(node),
            "nativeName",
            "สำนักงาน",
            "latinName",
            "Focal point",
            "focalPoint",
            "Invented " + node.toUpperCase(Locale.ROOT)));
    body.put("told", Map.of("sex", List.of("female"), "wish-words", List.of(WORDS)));
    return body;
  }
}

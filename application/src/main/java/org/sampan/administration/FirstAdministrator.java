package org.sampan.administration;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignIns;
import org.sampan.audit.Act;
import org.sampan.web.Frame;
import org.sampan.web.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets the first person in: until somebody has set a password, each start of a node prints a
/// one-time link for its first administrator. The demo has people of its own and turns this off.
@Component
@ConditionalOnProperty(
    name = "sampan.first-administrator",
    havingValue = "true",
    matchIfMissing = true)
class FirstAdministrator implements ApplicationRunner {

  static final String SIGN_IN_NAME = "administrator";

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final Accounts accounts;
  private final Offices offices;
  private final SignIns signIns;
  private final Frame.NodeName node;
  private final TransactionTemplate transaction;

  FirstAdministrator(
      Accounts accounts,
      Offices offices,
      SignIns signIns,
      Frame.NodeName node,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.offices = offices;
    this.signIns = signIns;
    this.node = node;
    this.transaction = transaction;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Optional.ofNullable(transaction.execute(_ -> path()))
        .flatMap(path -> path)
        .ifPresent(path -> LOG.info("first administrator: within three days, open once {}", path));
  }

  /// The path of a new one-time link, while nobody can sign in.
  Optional<String> path() {
    if (!accounts.noneEnrolled()) {
      return Optional.empty();
    }
    Account first = accounts.named(SIGN_IN_NAME).orElseGet(this::added);
    String token = signIns.invite(first.id(), Act.of("accounts.account.invited"));
    return Optional.of("/invitation?token=" + token);
  }

  private Account added() {
    Agency agency =
        new Agency(new Agency.Id(UuidCreator.getTimeOrderedEpoch()), node.name(), node.name());
    String code = node.country().toLowerCase(Locale.ROOT) + "-administration";
    Office office =
        new Office(
            new Office.Id(UuidCreator.getTimeOrderedEpoch()),
            agency.id(),
            code,
            node.name(),
            node.name(),
            zone());
    offices.add(agency);
    offices.add(office);
    Account first =
        new Account(
            new Account.Id(UuidCreator.getTimeOrderedEpoch()),
            SIGN_IN_NAME,
            "Administrator",
            office.id(),
            Set.of(Role.ADMINISTRATOR),
            Language.ENGLISH,
            true);
    accounts.add(first, Act.of("accounts.account.added"));
    return first;
  }

  /// The zone of the node's country; a larger country's offices may have others.
  private ZoneId zone() {
    return switch (node.country()) {
      case "TH" -> ZoneId.of("Asia/Bangkok");
      case "KH" -> ZoneId.of("Asia/Phnom_Penh");
      case "LA" -> ZoneId.of("Asia/Vientiane");
      case "VN" -> ZoneId.of("Asia/Ho_Chi_Minh");
      case "MM" -> ZoneId.of("Asia/Yangon");
      case "CN" -> ZoneId.of("Asia/Shanghai");
      default -> ZoneOffset.UTC;
    };
  }
}

package org.sampan.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.SignIns;
import org.sampan.accounts.TimeCode;
import org.sampan.audit.Act;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.transaction.support.TransactionTemplate;

/// Fills a node of the demo at its first start. Only [DemoNode] names it; it is no component that a
/// scan could find, so `serve` never loads it.
class DemoSeeding implements ApplicationRunner {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final DemoCountry country;
  private final Path folder;
  private final Offices offices;
  private final Accounts accounts;
  private final SignIns signIns;
  private final TransactionTemplate transaction;

  DemoSeeding(
      @Value("${sampan.node}") String node,
      @Value("${sampan.folder}") Path folder,
      Offices offices,
      Accounts accounts,
      @SuppressWarnings("unused") SignIns signIns,
      TransactionTemplate transaction) {
    this.country = DemoCountry.of(node);
    this.folder = folder;
    this.offices = offices;
    this.accounts = accounts;
    this.signIns = signIns;
    this.transaction = transaction;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (accounts.noneYet()) {
      transaction.executeWithoutResult(_ -> invite());
    }
  }

  /// The sheet is written before the commit: people without a sheet could never sign in.
  private void invite() {
    List<Sheet> sheet = new ArrayList<>();
    DemoPeople.agencies(country).forEach(offices::add);
    DemoPeople.offices(country).forEach(offices::add);
    for (DemoPeople.Person person : DemoPeople.people(country)) {
      Account.Id id = new Account.Id(DemoPeople.id(person.signInName()));
      accounts.add(
          new Account(
              id,
              person.signInName(),
              person.name(),
              new Office.Id(DemoPeople.id(person.office())),
              person.roles(),
              person.language(),
              true),
          Act.of("accounts.account.added"));
      byte[] secret = TimeCode.newSecret();
      String password = password();
      signIns.enrol(id, password, secret);
      sheet.add(
          new Sheet(
              person.signInName(), person.inWords(), password, HexFormat.of().formatHex(secret)));
    }
    try {
      Sheet.write(folder, sheet);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static String password() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 15; i++) {
      password
          .append(i % 5 == 4 ? "-" : "")
          .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}

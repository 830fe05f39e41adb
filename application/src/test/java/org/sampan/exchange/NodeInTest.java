package org.sampan.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.sampan.Node;
import org.sampan.NodeCopy;
import org.sampan.Settings;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.Role;
import org.sampan.audit.Act;
import org.sampan.consents.Category;
import org.sampan.consents.Consent;
import org.sampan.consents.ConsentWithdrawn;
import org.sampan.consents.PersonId;
import org.sampan.consents.Purpose;
import org.sampan.consents.Recipient;
import org.sampan.database.NodeDatabase;
import org.sampan.database.PostgresForTests;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.vault.Vault;
import org.sampan.web.Language;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// One of the two nodes of a test: started on a database, spoken to as its own people would.
final class NodeInTest implements AutoCloseable {

  final String name;
  private NodeDatabase database;
  Path folder;
  final int port;
  final int peerPort = TwoNodes.freePort();
  final ClockInTest clock = new ClockInTest();
  private final Path trust;
  ConfigurableApplicationContext context;

  NodeInTest(String name, NodeDatabase database, int port, Path trust) throws IOException {
    this.name = name;
    this.database = database;
    this.port = port;
    this.trust = trust;
    this.folder = Files.createTempDirectory("sampan-" + name);
    this.context = start(database);
  }

  private ConfigurableApplicationContext start(NodeDatabase on) {
    return new SpringApplicationBuilder(Node.class)
        .initializers(empty -> {
          GenericApplicationContext beans = (GenericApplicationContext) empty;
          beans.registerBean(NodeDatabase.class, () -> on);
          beans.registerBean(Taker.class);
          beans.registerBean(
              "clockInTest", Clock.class, () -> clock, bean -> bean.setPrimary(true));
        })
        .run(
            "--server.port=" + port,
            "--sampan.peer-port=" + peerPort,
            // The road with faults speaks no TLS.
            "--sampan.plain-peers=true",
            "--sampan.node=" + name,
            "--sampan.address=http://127.0.0.1:1",
            "--sampan.country=" + name.toUpperCase(Locale.ROOT),
            "--sampan.name=" + name,
            "--sampan.folder=" + folder,
            "--sampan.trust=" + trust.resolve("trust-list.json"),
            "--sampan.trust-signers=" + trust.resolve("signers.json"));
  }

  /// Backs the node up into one encrypted file while it runs, as `./sampan backup` does.
  Path backUp(char[] passphrase) {
    Path file = folder.resolve("backup-" + UuidCreator.getTimeOrderedEpoch());
    copier(database, folder).backUp(file, passphrase.clone(), clock.instant(), (what, n, of) -> {});
    return file;
  }

  /// The node is lost: its database and its folder, the keys with it. It starts from this file on
  /// an empty database in an empty folder, as after `./sampan restore`.
  void restore(Path file, char[] passphrase) throws IOException {
    context.close();
    database = PostgresForTests.emptyDatabase();
    folder = Files.createTempDirectory("sampan-restored-" + name);
    copier(database, folder).restore(file, passphrase.clone(), (what, n, of) -> {});
    context = start(database);
  }

  private NodeCopy copier(NodeDatabase of, Path in) {
    Map<String, String> set = new TreeMap<>();
    set.put("SAMPAN_NODE", name);
    set.put("SAMPAN_COUNTRY", name.toUpperCase(Locale.ROOT));
    set.put("SAMPAN_NAME", name);
    set.put("SAMPAN_FOLDER", in.toString());
    set.put("SAMPAN_PORT", String.valueOf(port));
    set.put("SAMPAN_DATABASE_URL", of.url());
    set.put("SAMPAN_DATABASE_OWNER", of.ownerUser());
    set.put("SAMPAN_DATABASE_PASSWORD", of.ownerPassword());
    set.put("SAMPAN_DATABASE_NODE_PASSWORD", of.nodePassword());
    return new NodeCopy(Settings.read(List.of(), set));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  JdbcClient sql() {
    return bean(JdbcClient.class);
  }

  <T> T inTransaction(Supplier<T> work) {
    return bean(TransactionTemplate.class).execute(status -> work.get());
  }

  String officeCode() {
    return name + "-focal-point";
  }

  Office office() {
    return bean(Offices.class).coded(officeCode()).orElseGet(() -> newOffice(officeCode()));
  }

  Office newOffice(String code) {
    Agency agency =
        new Agency(new Agency.Id(UuidCreator.getTimeOrderedEpoch()), "กรม", "Department");
    Office office =
        new Office(
            new Office.Id(UuidCreator.getTimeOrderedEpoch()),
            agency.id(),
            code,
            "สำนักงาน",
            "Focal point",
            ZoneId.of("Asia/Bangkok"));
    return inTransaction(() -> {
      bean(Offices.class).add(agency);
      bean(Offices.class).add(office);
      return office;
    });
  }

  Account.Id somebody(Role role) {
    return somebody(role, office());
  }

  Account.Id somebody(Role role, Office office) {
    Account.Id id = new Account.Id(UuidCreator.getTimeOrderedEpoch());
    String signIn = "somebody-" + id.value().toString().substring(24);
    Account one = new Account(id, signIn, "Mai", office.id(), Set.of(role), Language.ENGLISH, true);
    inTransaction(() -> bean(Accounts.class).add(one, Act.of("accounts.account.added")));
    return id;
  }

  PersonId person() {
    PersonId person = new PersonId(UuidCreator.getTimeOrderedEpoch());
    return inTransaction(() -> {
      bean(Vault.class).admit(person.value());
      return person;
    });
  }

  /// Her consent, as the consents capability stores it.
  Consent.Id consent(PersonId person, String toNode) throws Exception {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    try (var connection = database.asOwner();
        var add =
            connection.prepareStatement(
                """
                insert into consents.consent
                  (id, person, purpose, country, node, office, categories, answer, giver, language, day, spoken,
                   recorded_at, recorded_by, recorded_in, hash)
                values (?, ?, 'RETURN', upper(?), ?, '*', '{IDENTITY,NEEDS}', 'GIVEN', 'PERSON', 'km', current_date,
                        '', now(), gen_random_uuid(), gen_random_uuid(), ?)
                """)) {
      add.setObject(1, id);
      add.setObject(2, person.value());
      add.setString(3, toNode);
      add.setString(4, toNode);
      add.setString(5, Digest.of(id.toString()).hex());
      add.executeUpdate();
    }
    return new Consent.Id(id);
  }

  /// She takes it back: recorded and told as the consents capability does.
  void withdraw(Consent.Id consent, PersonId person, String toNode) throws Exception {
    try (var connection = database.asOwner();
        var add =
            connection.prepareStatement(
                "insert into consents.withdrawal values (?, now(), gen_random_uuid(), 'PERSON', 'NO_REASON')")) {
      add.setObject(1, consent.value());
      add.executeUpdate();
    }
    Recipient recipient = new Recipient(toNode.toUpperCase(Locale.ROOT), toNode, "*");
    inTransaction(() -> {
      context.publishEvent(new ConsentWithdrawn(consent, person, recipient, clock.instant()));
      return true;
    });
  }

  Draft request(PersonId person, UUID caseFile, String toNode) {
    return new Draft(
        MessageId.next(),
        "referral.request/1.0",
        toNode,
        toNode + "-focal-point",
        person,
        caseFile,
        Purpose.RETURN,
        new Letter.LegalBasis("th-kh-2003", "5"),
        Set.of(Category.IDENTITY, Category.NEEDS),
        Letter.Urgency.ROUTINE,
        null,
        somebody(Role.CASE_MANAGER),
        somebody(Role.SUPERVISOR),
        List.of(),
        Said.request(officeCode()));
  }

  Post.Outcome send(Draft draft) {
    return inTransaction(() -> bean(Post.class).send(draft));
  }

  DeliveryState state(MessageId message) {
    return bean(Deliveries.class).of(message).orElseThrow().state();
  }

  long count(String from) {
    return sql().sql("select count(*) from " + from).query(Long.class).single();
  }

  /// The sealed bytes of what this node has written in a thread, by number.
  List<byte[]> sealed(UUID caseFile) {
    return sql()
        .sql(
            "select o.sealed from exchange.outbox o join exchange.thread t on t.id = o.thread"
                + " where t.case_file = :case order by o.seq, o.created")
        .param("case", caseFile)
        .query((row, n) -> row.getBytes("sealed"))
        .list();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Hands these bytes in at the border, as any machine could.
  HttpResponse<String> post(String path, byte[] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address().resolve(path))
            .header("Content-Type", "application/jose")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    context.close();
  }
}

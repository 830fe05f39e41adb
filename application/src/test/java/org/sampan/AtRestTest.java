package org.sampan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.People.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.accounts.Office;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Log;
import org.sampan.audit.Sequencer;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.casework.Intake;
import org.sampan.casework.PersonName;
import org.sampan.casework.Question;
import org.sampan.consents.PersonId;
import org.sampan.database.NodeArchive;
import org.sampan.database.NodeDatabase;
import org.sampan.vault.Vault;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// A stolen disk, log or backup says nothing of anybody: a node with its own PostgreSQL takes in a
/// thousand names and sentences, and none of them is found in any byte it left.
@ExtendWith(OutputCaptureExtension.class)
class AtRestTest {

  private static final int CASES = 250;
  private static final char[] PASSPHRASE = "ten plain words nobody guesses".toCharArray();

  /// What anybody may read at the office's door.
  private static final String PUBLIC = "สำนักงานจังหวัด";

  private static final String SEEN_IN_THE_LOG = "all was entered";

  @TempDir static Path folder;

  private static final List<String> SECRETS = new ArrayList<>();
  private static final List<CaseFile.Id> FILES = new ArrayList<>();
  private static Settings settings;
  private static ConfigurableApplicationContext node;
  private static MockMvc web;
  private static SignedIn inspector;
  private static Office other;
  private static String log = "";

  @BeforeAll
  static void a_thousand_names_and_sentences_are_entered(CapturedOutput output) throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      settings =
          Settings.read(
              List.of(),
              Map.of(
                  "SAMPAN_NODE", "th",
                  "SAMPAN_COUNTRY", "TH",
                  "SAMPAN_NAME", "Thailand",
                  "SAMPAN_FIRST_ADMINISTRATOR", "false",
                  "SAMPAN_PORT", String.valueOf(free.getLocalPort()),
                  "SAMPAN_FOLDER", folder.resolve("node").toString()));
    }
    node = Node.start(settings, List.of(People.class));
    web =
        MockMvcBuilders.webAppContextSetup((WebApplicationContext) node)
            .apply(springSecurity())
            .build();
    inspector = node.getBean(People.class).with(Role.FIRST_RESPONDER, Role.CASE_MANAGER);
    other = node.getBean(People.class).officeBeside(inspector.office());

    Seeded seeded = new Seeded(1000);
    for (int number = 0; number < CASES; number++) {
      FILES.add(entered(seeded, number));
    }
    for (int number = 0; number < 7; number++) {
      asked(FILES.get(number), secret(seeded.sentence(number)), secret(seeded.name(number)));
      screened(secret(seeded.sentence(number)), secret(seeded.sentence(number)));
      looked(SECRETS.get(number * 4), secret(seeded.name(number)));
    }
    LoggerFactory.getLogger(AtRestTest.class).info(SEEN_IN_THE_LOG);
    log = output.getAll();
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
  }

  @Test
  void none_of_them_is_in_any_byte_on_the_disk_in_the_log_or_in_a_backup() throws Exception {
    Path backup = folder.resolve("backup");
    NodeArchive.Carried carried =
        new NodeCopy(settings)
            .backUp(backup, PASSPHRASE, Clock.systemUTC().instant(), (what, number, of) -> {});
    server().checkpoint();
    Traces secrets = new Traces(SECRETS);

    assertThat(SECRETS).hasSizeGreaterThan(1000);
    assertThat(secrets.below(folder)).isEmpty();
    assertThat(secrets.in(log.getBytes(StandardCharsets.UTF_8))).isZero();

    // The same search finds what is public, in the tables and in the write-ahead log.
    assertThat(new Traces(List.of(PUBLIC)).below(folder.resolve("node")).keySet())
        .anyMatch(file -> file.contains("/base/"))
        .anyMatch(file -> file.contains("/pg_wal/"));
    assertThat(log).contains(SEEN_IN_THE_LOG);
    assertThat(carried.rows()).isGreaterThan(1000);
    assertThat(folder.resolve("node/database/postgres.log")).isNotEmptyFile();
  }

  @Test
  void erasing_a_person_destroys_her_key_opens_nothing_and_keeps_the_proofs() throws Exception {
    CaseFile.Id id = FILES.get(CASES - 1);
    Cases cases = node.getBean(Cases.class);
    PersonId person = cases.find(id).orElseThrow().person();
    assertThat(server().keys(person.value())).isEqualTo(1);
    SignedIn supervisor = node.getBean(People.class).with(inspector.office(), Role.SUPERVISOR);

    done(post("/cases/" + id.value() + "/erase").param("sure", "yes"), supervisor);

    assertThat(server().keys(person.value())).isZero();
    assertThat(node.getBean(Vault.class).open(person.value()).has(person.value())).isFalse();
    assertThat(cases.find(id).orElseThrow().facts()).isEmpty();
    assertThat(page(get("/cases/" + id.value())))
        .doesNotContain(SECRETS.subList(4 * (CASES - 1), 4 * CASES));
    node.getBean(Sequencer.class).extend();
    Log.Verdict verdict = node.getBean(Log.class).verify();
    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.entries()).isGreaterThan(CASES);
  }

  private static CaseFile.Id entered(Seeded seeded, int number) {
    CaseFile.Id id = new CaseFile.Id(UuidCreator.getTimeOrderedEpoch());
    List<PersonName> names =
        IntStream.range(0, 2)
            .mapToObj(i -> secret(seeded.name(number + i)))
            .map(name -> new PersonName(name, PersonName.Kind.OFFICIAL, ""))
            .toList();
    Map<Question, List<String>> values =
        Map.of(
            Question.SEX,
            List.of("Feminine"),
            Question.KIN,
            List.of(secret(seeded.sentence(number))),
            number % 2 == 0 ? Question.REACH : Question.NUMBERS,
            List.of(secret(seeded.sentence(number))),
            Question.NEEDS,
            List.of("shelter"));
    node.getBean(Intake.class).open(new Intake.Opening(id, null, values, names), inspector);
    return id;
  }

  /// Her consent is asked through the page, with what she withholds and who heard it.
  private static void asked(CaseFile.Id id, String withheld, String witness) throws Exception {
    UUID person = node.getBean(Cases.class).find(id).orElseThrow().person().value();
    done(
        post("/persons/" + person + "/consents")
            .param("id", UuidCreator.getTimeOrderedEpoch().toString())
            .param("purpose", "ASSISTANCE")
            .param("to", "TH/th/" + other.code())
            .param("language", "km")
            .param("category", "IDENTITY", "NEEDS")
            .param("answer", "GIVEN")
            .param("giver", "PERSON")
            .param("withheld", withheld)
            .param("witness", witness)
            .param("day-day", "1")
            .param("day-month", "1")
            .param("day-year", "2026"),
        inspector);
  }

  /// An interview, with a place and with what she said.
  private static void screened(String place, String said) throws Exception {
    String form = page(get("/screenings/new"));
    String path =
        done(
            post("/screenings")
                .param("id", between(form, "name=\"id\" value=\"", "\""))
                .param("danger", "NO")
                .param("agreed", "yes")
                .param("age", "ADULT")
                .param("set", between(form, "name=\"set\" value=\"", "\""))
                .param("language", "km")
                .param("interpreter", "no")
                .param("place", place),
            inspector);
    String questions = page(get(path));
    String code = between(questions, "name=\"id.", "\"");
    done(
        post(path)
            .param("id." + code, between(questions, "name=\"id." + code + "\" value=\"", "\""))
            .param("reply." + code, "YES")
            .param("words." + code, said)
            .param("then", "on"),
        inspector);
  }

  /// Somebody looks for her, and for somebody who is not there, and mistypes.
  private static void looked(String known, String unknown) throws Exception {
    assertThat(page(post("/cases/find").param("q", known))).contains("/cases/");
    page(post("/cases/find").param("q", unknown));
    MockHttpServletResponse refused =
        answer(
            post("/cases")
                .param("id", UuidCreator.getTimeOrderedEpoch().toString())
                .param("name-0", unknown)
                .param("BIRTH-year", unknown),
            inspector);
    assertThat(refused.getStatus()).isEqualTo(422);
  }

  private static String secret(String text) {
    SECRETS.add(text);
    return text;
  }

  private static String done(MockHttpServletRequestBuilder request, SignedIn reader)
      throws Exception {
    MockHttpServletResponse response = answer(request, reader);
    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(303);
    return String.valueOf(response.getHeader("Location"));
  }

  private static String page(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse response = answer(request, inspector);
    assertThat(response.getStatus()).isEqualTo(200);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  private static MockHttpServletResponse answer(
      MockHttpServletRequestBuilder request, SignedIn reader) throws Exception {
    return web.perform(request.with(csrf()).with(as(reader))).andReturn().getResponse();
  }

  private static String between(String page, String before, String after) {
    int from = page.indexOf(before);
    assertThat(from).as(before).isNotNegative();
    return page.substring(from + before.length(), page.indexOf(after, from + before.length()));
  }

  private static Server server() {
    return new Server(node.getBean(NodeDatabase.class), folder.resolve("node"));
  }
}

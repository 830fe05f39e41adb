package org.sampan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Intake;
import org.sampan.casework.PersonName;
import org.sampan.casework.Question;
import org.sampan.database.BundledPostgres;
import org.springframework.context.ConfigurableApplicationContext;

/// The database is restarted while people work: what was not kept is sent again, and nothing is
/// there twice or without its audit entry.
class DatabaseRestartTest {

  private static final int WORKERS = 4;
  private static final int CASES_EACH = 25;
  private static final int TRIES = 2_000;

  @TempDir static Path folder;

  @Test
  @Timeout(600)
  void a_restart_under_load_loses_nothing_and_doubles_nothing() throws Exception {
    try (ConfigurableApplicationContext node = node();
        ExecutorService people = Executors.newFixedThreadPool(WORKERS)) {
      SignedIn inspector = node.getBean(People.class).with(Role.FIRST_RESPONDER);
      AtomicInteger refused = new AtomicInteger();
      AtomicInteger opened = new AtomicInteger();

      List<Callable<List<CaseFile.Id>>> work =
          IntStream.range(0, WORKERS)
              .<Callable<List<CaseFile.Id>>>mapToObj(
                  _ -> () -> open(node, inspector, opened, refused))
              .toList();
      List<Future<List<CaseFile.Id>>> results = work.stream().map(people::submit).toList();
      for (int quarter = 1; quarter <= 2; quarter++) {
        while (opened.get() < quarter * WORKERS * CASES_EACH / 4) {
          Thread.sleep(5);
        }
        node.getBean(BundledPostgres.class).restart();
      }

      for (Future<List<CaseFile.Id>> result : results) {
        for (CaseFile.Id id : result.get()) {
          assertThat(node.getBean(Audit.class).read(Audit.Query.ALL.inCase(id.value()), 50))
              .filteredOn(entry -> entry.act().equals("casework.case.opened"))
              .hasSize(1);
        }
      }
      assertThat(opened).hasValue(WORKERS * CASES_EACH);
      assertThat(refused.get()).as("the restarts were felt").isPositive();
    }
  }

  /// Opens cases as a page does: the same form is sent again until the answer comes.
  private static List<CaseFile.Id> open(
      ConfigurableApplicationContext node,
      SignedIn inspector,
      AtomicInteger opened,
      AtomicInteger refused)
      throws InterruptedException {
    List<CaseFile.Id> done = new ArrayList<>();
    for (int number = 0; number < CASES_EACH; number++) {
      CaseFile.Id id = new CaseFile.Id(UuidCreator.getTimeOrderedEpoch());
      for (int tries = 0; tries < TRIES && done.size() == number; tries++) {
        try {
          node.getBean(Intake.class).open(opening(id), inspector);
          done.add(id);
          opened.incrementAndGet();
        } catch (RuntimeException away) {
          refused.incrementAndGet();
          Thread.sleep(50);
        }
      }
    }
    return done;
  }

  private static Intake.Opening opening(CaseFile.Id id) {
    return new Intake.Opening(
        id,
        null,
        Map.of(Question.SEX, List.of("Masculine")),
        List.of(new PersonName("สมชาย ใจดี", PersonName.Kind.OFFICIAL, "")));
  }

  private static ConfigurableApplicationContext node() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      Settings settings =
          Settings.read(
              List.of(),
              Map.of(
                  "SAMPAN_NODE", "th",
                  "SAMPAN_COUNTRY", "TH",
                  "SAMPAN_NAME", "Thailand",
                  "SAMPAN_PORT", String.valueOf(free.getLocalPort()),
                  "SAMPAN_FOLDER", folder.resolve("node").toString()));
      free.close();
      return Node.start(settings, List.of(People.class));
    }
  }
}

package org.sampan.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.SignedIn;
import org.sampan.casework.Cases;
import org.sampan.casework.Intake;
import org.sampan.places.Places;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Fills a node of the demo with invented persons, in small batches once its pages answer, so that
/// lists have pages to turn. What was opened stays; a second start only adds what is missing.
class DemoCases {

  private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);
  private static final int ALL = 300;
  private static final int BATCH = 20;

  private final DemoCountry country;
  private final Path folder;
  private final Cases cases;
  private final Intake intake;
  private final Places places;
  private final Accounts accounts;
  private final Offices offices;
  private final TransactionTemplate transaction;
  private volatile boolean stopping;
  private volatile @Nullable Thread filling;

  DemoCases(
      @Value("${sampan.node}") String node,
      @Value("${sampan.folder}") Path folder,
      Cases cases,
      Intake intake,
      Places places,
      Accounts accounts,
      Offices offices,
      TransactionTemplate transaction) {
    this.country = DemoCountry.of(node);
    this.folder = folder;
    this.cases = cases;
    this.intake = intake;
    this.places = places;
    this.accounts = accounts;
    this.offices = offices;
    this.transaction = transaction;
  }

  /// The file that says that all are there.
  static Path filled(Path nodeFolder) {
    return nodeFolder.resolve("demo-filled");
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (!Files.exists(filled(folder))) {
      filling = Thread.ofPlatform().daemon().name("demo-cases").start(this::fill);
    }
  }

  @EventListener(ContextClosedEvent.class)
  void stop() throws InterruptedException {
    stopping = true;
    Thread atWork = filling;
    if (atWork != null) {
      // The batch at hand ends before the database is closed.
      atWork.join(Duration.ofSeconds(8));
    }
  }

  private void fill() {
    for (int from = 0; from < ALL && !stopping; from += BATCH) {
      int first = from;
      transaction.executeWithoutResult(_ -> open(first));
      LOG.info("invented persons {} of {}", from + BATCH, ALL);
    }
    if (!stopping) {
      try {
        Files.writeString(filled(folder), ALL + "\n");
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
  }

  private void open(int from) {
    SignedIn[] openers =
        DemoPeople.openers(country).stream().map(this::signedIn).toArray(SignedIn[]::new);
    for (int number = from; number < from + BATCH; number++) {
      if (cases.file(InventedCase.id(country, number)).isEmpty()) {
        intake.open(InventedCase.of(country, number, places), openers[number % openers.length]);
      }
    }
  }

  private SignedIn signedIn(String name) {
    Account account = accounts.find(new Account.Id(DemoPeople.id(name))).orElseThrow();
    Office office = offices.find(account.office()).orElseThrow();
    return new SignedIn(account.id(), account.name(), office, Set.copyOf(account.roles()));
  }
}

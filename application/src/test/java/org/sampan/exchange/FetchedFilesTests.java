package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.FilesBesideTests.photograph;
import static org.sampan.exchange.FilesBesideTests.send;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.attachments.Attachments;
import org.sampan.attachments.Enclosures;

/// Cambodia has no public address: the files beside its letters come when it asks for them.
class FetchedFilesTests extends OnTwoNodes {

  private static Faults toTh;

  @BeforeAll
  static void road() throws IOException {
    toTh = new Faults(th.address());
  }

  @AfterAll
  static void noRoad() {
    toTh.close();
  }

  @BeforeEach
  void noAddress() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    nodes.cambodiaPolls = true;
    nodes.doorOfThailand = toTh.address();
    toTh.road = Faults.Road.OPEN;
    toTh.cutAfter.set(Integer.MAX_VALUE);
    nodes.publish();
  }

  @AfterEach
  void addressAgain() throws Exception {
    nodes.cambodiaPolls = false;
    nodes.doorOfThailand = null;
    nodes.publish();
    // A round that has begun is over.
    polled();
  }

  private static boolean polled() {
    kh.bean(Polling.class).fetchFromAll();
    return true;
  }

  private static boolean fetched() {
    kh.bean(Enclosures.class).fetch("th");
    return true;
  }

  private static long held(FilesBesideTests.Sent sent) {
    return kh.sql()
        .sql(
            "select p.held from attachments.parcel p join attachments.paper f on f.parcel = p.id"
                + " where f.record = :record")
        .param("record", sent.id())
        .query(Long.class)
        .single();
  }

  private static long given(FilesBesideTests.Sent sent) {
    return th.sql()
        .sql("select sent from attachments.errand where record = :record")
        .param("record", sent.id())
        .query(Long.class)
        .single();
  }

  @Test
  void a_file_cut_on_its_way_is_fetched_on_from_where_it_was() throws Exception {
    byte[] file = photograph(3_500_000);
    toTh.cutAfter.set(2);
    FilesBesideTests.Sent sent = send(file, UuidCreator.getTimeOrderedEpoch(), "");

    polled();

    within(() -> toTh.cutAfter.get() < 0);
    assertThat(FilesBesideTests.stateThere(sent.id())).isEqualTo(Inbox.State.HELD);
    assertThat(kh.bean(Attachments.class).open(sent.id(), sent.file())).isEmpty();
    assertThat(held(sent)).isEqualTo(2 * 1024 * 1024);

    toTh.cutAfter.set(Integer.MAX_VALUE);

    within(() -> polled() && th.state(sent.draft().id()) == DeliveryState.DELIVERED);
    assertThat(FilesBesideTests.opened(sent)).isEqualTo(file);
    assertThat(kh.bean(Taker.class).requests()).contains(sent.id());
    assertThat(given(sent)).as("nothing was given twice").isEqualTo(held(sent));
  }

  @Test
  void what_is_altered_on_the_way_is_not_taken() throws Exception {
    toTh.cutAfter.set(0);
    byte[] file = photograph(70_000);
    FilesBesideTests.Sent sent = send(file, UuidCreator.getTimeOrderedEpoch(), "");
    polled();
    within(() -> toTh.cutAfter.get() < 0);
    toTh.road = Faults.Road.ALTERED;
    toTh.cutAfter.set(Integer.MAX_VALUE);

    // The second was given because the first was not taken.
    within(() -> fetched() && given(sent) > 2 * file.length);
    assertThat(held(sent)).isZero();
    toTh.road = Faults.Road.OPEN;
    within(() -> polled() && th.state(sent.draft().id()) == DeliveryState.DELIVERED);
    assertThat(FilesBesideTests.opened(sent)).isEqualTo(file);
  }

  @Test
  void a_file_that_is_not_what_was_said_is_put_aside_as_if_it_had_been_brought() throws Exception {
    FilesBesideTests.Sent other =
        send(
            photograph(5_000),
            UuidCreator.getTimeOrderedEpoch(),
            "update attachments.paper set media_type = 'image/png' where record = :record");

    within(() -> polled() && th.state(other.draft().id()) == DeliveryState.KEPT);

    assertThat(FilesBesideTests.stateThere(other.id())).isEqualTo(Inbox.State.QUARANTINED);
    assertThat(kh.bean(Attachments.class).open(other.id(), other.file())).isEmpty();
    assertThat(kh.bean(Taker.class).requests()).doesNotContain(other.id());
  }

  @Test
  void its_own_files_go_out_as_usual() throws Exception {
    byte[] file = photograph(40_000);

    FilesBesideTests.Sent sent =
        FilesBesideTests.send(kh, "th", file, UuidCreator.getTimeOrderedEpoch(), "");

    within(() -> polled() && kh.state(sent.draft().id()) == DeliveryState.DELIVERED);
    assertThat(th.bean(Taker.class).requests()).contains(sent.id());
  }
}

package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sampan.attachments.Attachments;
import org.sampan.attachments.Enclosures;
import org.sampan.audit.Act;
import org.sampan.consents.PersonId;

/// A file of 2 GiB whose transfer is cut twenty times; minutes long, so only with
/// -Dsampan.all=true. `-Dsampan.file-size=BYTES` takes another size.
@EnabledIfSystemProperty(named = "sampan.all", matches = "true")
class LargeFileTests extends OnTwoNodes {

  private static final int CUTS = 20;
  private static final Duration LONG = Duration.ofMinutes(30);

  private final long size = Long.getLong("sampan.file-size", 2L * 1024 * 1024 * 1024);
  private final UUID file = UUID.randomUUID();

  @Test
  void it_arrives_and_a_cut_costs_one_range_at_most() throws Exception {
    nodes.toKh.cutAfter.set(0);
    Draft draft = sends();
    within(LONG, () -> th.state(draft.id()) == DeliveryState.RELAYED);

    int between = (int) (size / (1024 * 1024) / (CUTS + 1));
    for (int cut = 0; cut < CUTS; cut++) {
      nodes.toKh.cutAfter.set(between);
      within(LONG, () -> heard() && nodes.toKh.cutAfter.get() < 0);
    }
    nodes.toKh.cutAfter.set(Integer.MAX_VALUE);
    within(LONG, () -> heard() && th.state(draft.id()) == DeliveryState.DELIVERED);

    arrived(draft);
  }

  @Test
  void it_is_fetched_and_a_cut_costs_one_range_at_most() throws Exception {
    try (Faults toTh = new Faults(th.address())) {
      nodes.toKh.road = Faults.Road.CUT;
      nodes.cambodiaPolls = true;
      nodes.doorOfThailand = toTh.address();
      nodes.publish();
      Draft draft = sends();

      int between = (int) (size / (1024 * 1024) / (CUTS + 1));
      for (int cut = 0; cut < CUTS; cut++) {
        toTh.cutAfter.set(between);
        within(LONG, () -> polled() && toTh.cutAfter.get() < 0);
      }
      toTh.cutAfter.set(Integer.MAX_VALUE);
      within(LONG, () -> polled() && th.state(draft.id()) == DeliveryState.DELIVERED);

      arrived(draft);
    } finally {
      nodes.cambodiaPolls = false;
      nodes.doorOfThailand = null;
      nodes.publish();
    }
  }

  private Draft sends() throws Exception {
    PersonId person = th.person();
    th.consent(person, "kh");
    Draft draft = th.request(person, UuidCreator.getTimeOrderedEpoch(), "kh");
    UUID record = draft.id().value();
    th.bean(Attachments.class)
        .add(
            new Attachments.New(record, file, person.value(), "passport"),
            new Film(size),
            Act.of("attachments.paper.added"));
    th.inTransaction(() -> {
      var files = th.bean(Enclosures.class).enclose(record, "kh");
      return th.bean(Post.class).send(FilesBesideTests.with(draft, files));
    });
    return draft;
  }

  private void arrived(Draft draft) throws IOException {
    UUID record = draft.id().value();
    long sent =
        th.sql()
            .sql("select sent from attachments.errand where record = :record")
            .param("record", record)
            .query(Long.class)
            .single();
    System.out.printf(
        "%d bytes, %d cuts, %d sent (%.2f %% more), heap %d MiB of %d%n",
        size,
        CUTS,
        sent,
        100.0 * (sent - size) / size,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
    // At 2 GiB that is one in a hundred.
    assertThat(sent).isLessThanOrEqualTo(size + size / 500 + CUTS * 1024L * 1024);
    Counted sink = new Counted();
    kh.bean(Attachments.class).open(record, file).orElseThrow().content().writeTo(sink);
    assertThat(sink.size).isEqualTo(size);
  }

  private static boolean polled() {
    kh.bean(Polling.class).fetchFromAll();
    return true;
  }

  /// The ferry need not wait for its next turn.
  private static boolean heard() {
    th.bean(Enclosures.class).heard("kh");
    return true;
  }

  /// So many bytes that begin like a photograph.
  private static final class Film extends InputStream {
    private final byte[] block = new byte[65_537];
    private final long size;
    private long at;

    Film(long size) {
      this.size = size;
      new Random(1).nextBytes(block);
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read in pieces");
    }

    @Override
    public int read(byte[] to, int start, int length) {
      if (at >= size) {
        return -1;
      }
      int from = (int) (at % block.length);
      int some = (int) Math.min(Math.min(length, size - at), block.length - from);
      System.arraycopy(block, from, to, start, some);
      if (at == 0) {
        to[start] = (byte) 0xff;
        to[start + 1] = (byte) 0xd8;
        to[start + 2] = (byte) 0xff;
      }
      at += some;
      return some;
    }
  }

  /// Counts and forgets.
  private static final class Counted extends OutputStream {
    private long size;

    @Override
    public void write(int one) {
      size++;
    }

    @Override
    public void write(byte[] from, int at, int length) throws IOException {
      size += length;
    }
  }
}

package org.sampan.benchmarks.exchange;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.sampan.chaos.cost.ProcessorTime;

/// The sending side: six people who write letters of 2 KB, as in `./sampan chaos`.
final class Sender {

  static final int SIZE = 2048;
  private static final int PEOPLE = 6;

  private final Letters letters;
  private final Wire wire;
  private final byte[] body = new byte[SIZE];

  private Sender(Letters letters, Wire wire) {
    this.letters = letters;
    this.wire = wire;
    // Of one seed, and such that nothing shrinks it.
    new Random(20_261_122).nextBytes(body);
  }

  /// How many letters of each kind.
  ///
  /// @param warm that do not count
  /// @param most as many as go
  /// @param paced 20 a second
  record Plan(int warm, int most, int paced) {
    Plan with(int letters) {
      return new Plan(warm, letters, paced);
    }
  }

  static Carried run(Way way, Path home, Plan plan, int port, long receiver)
      throws IOException, SQLException, InterruptedException {
    Keys keys = Keys.in(home);
    URI address = URI.create("https://localhost:" + port + "/");
    try (Letters letters = Letters.in(home.resolve(Keys.SENDER), PEOPLE)) {
      Wire wire = way == Way.PLAIN ? PlainWay.wire(keys, address) : new As4Wire(way, keys, address);
      Sender sender = new Sender(letters, wire);
      sender.send(plan.warm(), 0);
      List<Long> both = List.of(ProcessHandle.current().pid(), receiver);
      ProcessorTime before = ProcessorTime.until(both);
      long begun = System.nanoTime();
      UUID[] most = sender.send(plan.most(), 0);
      double seconds = (System.nanoTime() - begun) / 1e9;
      ProcessorTime took = ProcessorTime.until(both).since(before);
      UUID[] paced = sender.send(plan.paced(), 20);
      Letters.Became became = letters.became(paced);
      for (UUID[] ids : List.of(most, paced)) {
        long there = Letters.inTheInbox(home.resolve(Keys.RECEIVER), ids, SIZE);
        if (there != ids.length || letters.became(ids).answered() != ids.length) {
          throw new IOException(there + " of " + ids.length + " letters arrived");
        }
      }
      return new Carried(
          most.length / seconds,
          became.half(),
          became.most(),
          took.millisEach(most.length),
          1000 * took.database() / most.length);
    }
  }

  private UUID[] send(int many, int aSecond) throws IOException, InterruptedException {
    List<Future<UUID>> sent = new ArrayList<>();
    try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
      long next = System.nanoTime();
      for (int n = 0; n < many; n++) {
        LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
        next += aSecond > 0 ? 1_000_000_000L / aSecond : 0;
        sent.add(people.submit(this::one));
      }
      List<UUID> ids = new ArrayList<>();
      for (Future<UUID> one : sent) {
        ids.add(one.get());
      }
      return ids.toArray(UUID[]::new);
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    }
  }

  private UUID one() throws IOException {
    UUID id = UUID.randomUUID();
    letters.queue(id, body);
    letters.answered(id, wire.carry(id, body));
    return id;
  }
}

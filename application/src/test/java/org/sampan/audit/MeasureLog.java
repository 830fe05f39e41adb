package org.sampan.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.sampan.Node;
import org.sampan.database.NodeDatabase;
import org.sampan.database.PostgresForTests;
import org.sampan.sealing.log.Hash;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How many entries a second the audit takes, how soon each has its place, and how long a proof
/// takes. Arguments: entries, writers.
final class MeasureLog {

  private MeasureLog() {}

  public static void main(String[] arguments) throws Exception {
    int entries = Integer.parseInt(arguments[0]);
    int writers = Integer.parseInt(arguments[1]);
    NodeDatabase database = PostgresForTests.emptyDatabase();
    try (var node =
        new SpringApplicationBuilder(Node.class)
            .initializers(empty ->
                ((GenericApplicationContext) empty)
                    .registerBean(NodeDatabase.class, () -> database))
            .run(
                "--server.port=0",
                "--sampan.node=th",
                "--sampan.address=http://127.0.0.1:1",
                "--sampan.country=TH",
                "--sampan.name=th",
                "--sampan.folder=" + java.nio.file.Files.createTempDirectory("sampan-measure"))) {
      Audit audit = node.getBean(Audit.class);
      Log log = node.getBean(Log.class);
      writes(node.getBean(JdbcClient.class), audit, log, entries, writers);
      proofs(log, audit);
      long check = System.nanoTime();
      Log.Verdict verdict = log.verify();
      System.out.printf(
          "whole check: %s, %d entries, %d ms%n",
          verdict.holds(),
          verdict.entries(),
          Duration.ofNanos(System.nanoTime() - check).toMillis());
    }
  }

  private static void writes(JdbcClient sql, Audit audit, Log log, int entries, int writers)
      throws InterruptedException {
    Map<UUID, Long> written = new ConcurrentHashMap<>();
    List<Double> delays = new ArrayList<>();
    // The sequencer's first turn comes two seconds after the start.
    Thread.sleep(3000);
    long place = log.head().size();
    long start = System.nanoTime();
    try (var workers = Executors.newFixedThreadPool(writers)) {
      for (int n = 0; n < writers; n++) {
        int share = entries / writers;
        workers.submit(() -> {
          for (int i = 0; i < share; i++) {
            Entry entry = audit.seen(Act.of("casework.case.seen").on(UUID.randomUUID()));
            written.put(entry.id(), System.nanoTime());
          }
        });
      }
      workers.shutdown();
      while (delays.size() < entries / writers * writers) {
        Thread.sleep(10);
        for (UUID entry : placed(sql, place)) {
          Long at = written.remove(entry);
          delays.add(at == null ? 0 : (System.nanoTime() - at) / 1e6);
          place++;
        }
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double[] sorted = delays.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        "%d entries, %d writers: %.0f/s; placed after p50 %.0f ms, p99 %.0f ms, most %.0f ms%n",
        entries, writers, entries / seconds, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
  }

  private static List<UUID> placed(JdbcClient sql, long from) {
    return sql.sql("select entry from audit.leaf where position >= :from order by position")
        .param("from", from)
        .query((row, n) -> row.getObject("entry", UUID.class))
        .list();
  }

  private static void proofs(Log log, Audit audit) {
    Log.Head head = log.head();
    List<Entry> some = audit.read(Audit.Query.ALL, 500);
    Random random = new Random(1);
    double[] times = new double[2000];
    for (int n = 0; n < times.length; n++) {
      UUID entry = some.get(random.nextInt(some.size())).id();
      long start = System.nanoTime();
      Log.Proof proof = log.prove(entry, head.size()).orElseThrow();
      if (!proof.path().proves(Hash.ofLeaf(proof.entry()), head.root())) {
        throw new AssertionError("a proof does not hold");
      }
      times[n] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    System.out.printf(
        "inclusion proof made and checked, of %d: p50 %.2f ms, p99 %.2f ms%n",
        head.size(), at(times, 0.5), at(times, 0.99));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}

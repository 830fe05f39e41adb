package org.sampan.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.sampan.linkage.record.RecordStore;

/// An index that is asked by several threads while records come and go.
class IndexTest {

  private static final List<List<String>> ROWS = Registers.rows(400, 5);

  @Test
  void answers_stay_right_while_records_come_and_go() throws Exception {
    RecordStore store = Registers.store(ROWS, "r", 1);
    Index index =
        Linkage.of(Registers.proposed(ROWS), store, Registers.threads(1)).train().linkage().index();
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int reader = 0; reader < 3; reader++) {
        int first = reader;
        readers.add(pool.submit(() -> ask(index, first, done)));
      }
      Future<?> writer = pool.submit(() -> change(index, done));

      writer.get();
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isPositive();
      }
    }
    assertThat(index.lookup(row(7), -1000, 100)).extracting(Index.Candidate::id).contains("new7");
    assertThat(index.lookup(row(6), -1000, 100))
        .extracting(Index.Candidate::id)
        .doesNotContain("new6");
  }

  /// Asks for records that stay; each must find itself, whatever else is there.
  private static int ask(Index index, int first, AtomicBoolean done) {
    int asked = 0;
    for (int at = first; !done.get() || asked < 100; at = (at + 3) % ROWS.size()) {
      String id = "r" + at;
      assertThat(index.lookup(ROWS.get(at), -1000, 1000))
          .extracting(Index.Candidate::id)
          .contains(id)
          .doesNotHaveDuplicates();
      asked++;
    }
    return asked;
  }

  /// Adds three hundred records and removes every second again.
  private static void change(Index index, AtomicBoolean done) {
    try {
      for (int at = 0; at < 300; at++) {
        index.add("new" + at, row(at));
        assertThat(index.lookup(row(at), 0, 100))
            .extracting(Index.Candidate::id)
            .contains("new" + at);
        if (at % 2 == 0) {
          assertThat(index.remove("new" + at)).isTrue();
        }
      }
    } finally {
      done.set(true);
    }
  }

  private static List<String> row(int at) {
    return List.of(
        "fresh" + at, "person" + at * 7, "19%02d-04-05".formatted(at % 90), "77" + at * 31, "vinh");
  }
}

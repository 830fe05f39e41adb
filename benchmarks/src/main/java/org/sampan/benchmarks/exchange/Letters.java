package org.sampan.benchmarks.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.sampan.database.BundledPostgres;
import org.sampan.database.NodeDatabase;
import org.sampan.database.RunningPostgres;

/// One side's letters in its own PostgreSQL: every call that changes something is one commit.
final class Letters implements AutoCloseable {

  static final String DATABASE = "letters";

  private static final String TABLES =
      """
      create table if not exists outbox (
        id uuid primary key, body bytea not null, created timestamptz not null default clock_timestamp(),
        proof bytea, answered timestamptz);
      create table if not exists inbox (
        id uuid primary key, body bytea not null, arrived timestamptz not null default clock_timestamp());
      """;
  private static final String QUEUE = "insert into outbox (id, body) values (?, ?)";
  private static final String ANSWERED =
      "update outbox set proof = ?, answered = clock_timestamp() where id = ?";
  private static final String ARRIVED = "insert into inbox (id, body) values (?, ?)";
  private static final String LATENCY =
      """
      select count(*) as many, count(answered) as answered,
             percentile_cont(0.5) within group (order by extract(epoch from answered - created)) * 1000 as half,
             percentile_cont(0.99) within group (order by extract(epoch from answered - created)) * 1000 as most
        from outbox where id = any(?)
      """;
  private static final String IN_THE_INBOX =
      "select count(*) from inbox where id = any(?) and octet_length(body) = ?";

  private final BundledPostgres postgres;
  private final BlockingQueue<Connection> pool;

  private Letters(BundledPostgres postgres, BlockingQueue<Connection> pool) {
    this.postgres = postgres;
    this.pool = pool;
  }

  /// What became of some letters.
  ///
  /// @param half milliseconds from the outbox to the kept proof, for half of them
  /// @param most the same for 99 % of them
  record Became(long many, long answered, double half, double most) {}

  /// Starts a PostgreSQL in a folder; refuses one that would not flush every commit to disk.
  static Letters in(Path folder, int connections) throws SQLException {
    BundledPostgres postgres =
        BundledPostgres.start(folder.resolve("database"), BundledPostgres.usualBinaries());
    NodeDatabase database = postgres.ensureDatabase(DATABASE);
    BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(connections);
    for (int n = 0; n < connections; n++) {
      pool.add(database.asOwner());
    }
    try (Connection first = database.asOwner();
        var statement = first.createStatement()) {
      statement.execute(TABLES);
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        ResultSet row = statement.executeQuery("show " + setting);
        if (!row.next() || !row.getString(1).equals("on")) {
          throw new IllegalStateException(setting + " is not on");
        }
      }
    }
    return new Letters(postgres, pool);
  }

  /// A letter to send.
  void queue(UUID id, byte[] body) throws IOException {
    change(QUEUE, id, body);
  }

  /// What the receiver answered to it.
  void answered(UUID id, byte[] proof) throws IOException {
    change(ANSWERED, proof, id);
  }

  /// A letter that came; a second one of the same identifier is refused by its key.
  void arrived(UUID id, byte[] body) throws IOException {
    change(ARRIVED, id, body);
  }

  Became became(UUID[] ids) throws SQLException, InterruptedException {
    Connection connection = pool.take();
    try (PreparedStatement ask = connection.prepareStatement(LATENCY)) {
      ask.setArray(1, connection.createArrayOf("uuid", ids));
      ResultSet row = ask.executeQuery();
      row.next();
      return new Became(
          row.getLong("many"),
          row.getLong("answered"),
          row.getDouble("half"),
          row.getDouble("most"));
    } finally {
      pool.add(connection);
    }
  }

  /// How many of these letters lie whole in the inbox of another side that runs now.
  static long inTheInbox(Path folder, UUID[] ids, int size) throws SQLException {
    try (Connection other =
            RunningPostgres.in(folder.resolve("database"), DATABASE)
                .orElseThrow(() -> new SQLException("no PostgreSQL runs in " + folder))
                .asOwner();
        PreparedStatement ask = other.prepareStatement(IN_THE_INBOX)) {
      ask.setArray(1, other.createArrayOf("uuid", ids));
      ask.setInt(2, size);
      ResultSet row = ask.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }

  private void change(String sql, Object first, Object second) throws IOException {
    try {
      Connection connection = pool.take();
      try (PreparedStatement change = connection.prepareStatement(sql)) {
        change.setObject(1, first);
        change.setObject(2, second);
        if (change.executeUpdate() != 1) {
          throw new IOException("no row was changed");
        }
      } finally {
        pool.add(connection);
      }
    } catch (SQLException failed) {
      throw new IOException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : pool) {
      connection.close();
    }
    postgres.close();
  }
}

package org.sampan.chaos;

import com.github.f4b6a3.uuid.UuidCreator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.sampan.database.NodeDatabase;
import org.sampan.trust.Trust;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/// What the trial asks of a node's people, over a door on loopback that no real node has: consents,
/// messages, and a pool held shut.
class Crew {

  /// The file in the node's folder that names the door's port.
  static final String DOOR = "crew-door";

  private static final int POOL = 12;

  private final Path folder;
  private final NodeDatabase database;
  private final DataSource pool;
  private final Trust trust;
  private final Senders senders;

  Crew(
      @Value("${sampan.folder}") Path folder,
      NodeDatabase database,
      DataSource pool,
      Trust trust,
      org.springframework.beans.factory.config.AutowireCapableBeanFactory beans) {
    this.folder = folder;
    this.database = database;
    this.pool = pool;
    this.trust = trust;
    this.senders = beans.createBean(Senders.class);
  }

  /// What the trial asked, by name.
  private record Asked(Map<String, String> values) {
    static Asked of(HttpExchange exchange) {
      Map<String, String> values = new TreeMap<>();
      String query = exchange.getRequestURI().getQuery();
      for (String pair : query == null ? new String[0] : query.split("&")) {
        String[] parts = pair.split("=", 2);
        values.put(parts[0], parts.length == 2 ? parts[1] : "");
      }
      return new Asked(values);
    }

    String text(String name) {
      return values.getOrDefault(name, "");
    }

    int number(String name) {
      return Integer.parseInt(text(name));
    }

    UUID id(String name) {
      return UUID.fromString(text(name));
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() throws IOException, SQLException {
    prepare();
    HttpServer door =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    door.createContext("/people", this::people);
    door.createContext("/send", this::send);
    door.createContext("/pool", this::holdThePool);
    door.createContext("/heap", this::heap);
    door.createContext("/trust", this::readTheList);
    door.start();
    Path beside = folder.resolve(DOOR + ".new");
    Files.writeString(beside, String.valueOf(door.getAddress().getPort()));
    Files.move(beside, folder.resolve(DOOR), StandardCopyOption.ATOMIC_MOVE);
  }

  private void prepare() throws SQLException {
    try (Connection owner = database.asOwner();
        var statement = owner.createStatement()) {
      statement.execute(
          """
          create schema if not exists chaos;
          create table if not exists chaos.effect (
            place bigserial primary key, message uuid not null, sender text not null,
            pair_case uuid not null, seq bigint not null, at timestamptz not null default clock_timestamp());
          grant usage on schema chaos to sampan_node;
          grant select, insert on chaos.effect to sampan_node;
          grant usage on sequence chaos.effect_place_seq to sampan_node;
          """);
    }
    senders.settleIn();
  }

  /// Makes persons who consented: a line `person case` each.
  private void people(HttpExchange exchange) throws IOException {
    Asked asked = Asked.of(exchange);
    List<String> lines = new ArrayList<>();
    for (int n = 0; n < asked.number("count"); n++) {
      UUID person = senders.person();
      try {
        senders.consent(database, person, asked.text("to"));
      } catch (SQLException failed) {
        throw new IOException(failed);
      }
      lines.add(person + " " + UuidCreator.getTimeOrderedEpoch());
    }
    answer(exchange, String.join("\n", lines));
  }

  /// Sends, each message in a commit of its own; its line leaves only after the commit.
  private void send(HttpExchange exchange) throws IOException {
    Asked asked = Asked.of(exchange);
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream lines = exchange.getResponseBody()) {
      for (int n = 0; n < asked.number("count"); n++) {
        UUID sent =
            senders.send(
                asked.id("person"),
                asked.id("case"),
                asked.text("to"),
                asked.text("urgent").equals("true"));
        lines.write((sent + "\n").getBytes(StandardCharsets.US_ASCII));
        lines.flush();
      }
    }
  }

  /// Takes every connection of the node's pool and keeps them for a while.
  private void holdThePool(HttpExchange exchange) throws IOException {
    List<Connection> held = new ArrayList<>();
    try {
      for (int n = 0; n < POOL; n++) {
        held.add(pool.getConnection());
      }
      Thread.sleep(Asked.of(exchange).number("ms"));
    } catch (SQLException enough) {
      // As many as there were.
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      for (Connection connection : held) {
        try {
          connection.close();
        } catch (SQLException gone) {
          // It went with its server.
        }
      }
    }
    answer(exchange, String.valueOf(held.size()));
  }

  /// Reads the trust list at once; by itself the node looks every few seconds.
  private void readTheList(HttpExchange exchange) throws IOException {
    trust.refresh();
    answer(exchange, String.valueOf(trust.list().isPresent()));
  }

  /// The most heap that was ever in use, in bytes.
  private void heap(HttpExchange exchange) throws IOException {
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(area -> area.getType() == MemoryType.HEAP)
            .mapToLong(area -> area.getPeakUsage().getUsed())
            .sum();
    answer(exchange, String.valueOf(peak));
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}

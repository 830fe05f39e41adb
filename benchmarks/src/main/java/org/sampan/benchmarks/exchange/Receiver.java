package org.sampan.benchmarks.exchange;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Executors;

/// The receiving side, until its standard input ends.
final class Receiver {

  private static final int CONNECTIONS = 8;

  private Receiver() {}

  /// Prints the port it listens on as its only line.
  ///
  /// @param home the run's folder, with its keys
  static void run(Way way, Path home, PrintStream out) throws IOException, SQLException {
    Keys keys = Keys.in(home);
    try (Letters letters = Letters.in(home.resolve(Keys.RECEIVER), CONNECTIONS)) {
      HttpHandler door =
          way == Way.PLAIN ? PlainWay.door(letters) : new As4Door(way, keys, letters);
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(keys.tls()));
      server.setExecutor(Executors.newFixedThreadPool(CONNECTIONS));
      server.createContext("/", door);
      server.start();
      out.println(server.getAddress().getPort());
      out.flush();
      while (System.in.read() >= 0) {
        // Nobody says anything; the end is what counts.
      }
      server.stop(0);
    }
  }
}

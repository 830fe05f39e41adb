package org.sampan.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The running `postgres` program of one data folder.
///
/// It runs in a session of its own, so that Ctrl-C in a terminal reaches only us and the pool can
/// close first. It must not outlive us either: before the shell becomes `postgres` it leaves a
/// watcher behind that waits on a pipe we hold. The pipe closes when we stop on purpose and also
/// when we are killed in any way; the watcher then sends SIGINT, PostgreSQL's fast shutdown. Should
/// the watcher be killed together with us, the next start finds the orphan by its process file.
///
/// When it ends without being asked (killed for want of memory, say) it is started again on the
/// same port, for as long as it takes; after a start that did not last it pauses first, each time
/// longer, up to ten seconds.
final class Postmaster {

  // A word through the pipe means a wanted stop; its bare end means that we are gone, and then a
  // test's folder goes too.
  private static final String BECOME_POSTGRES =
      """
      ulimit -c 0
      remove=$1; shift
      exec 3<&0 </dev/null
      ( ( read -r _ <&3 && remove=
          kill -INT $$
          if [ -n "$remove" ]; then
            for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 $$ && sleep 0.2; done
            rm -rf "$remove"
          fi ) 2>/dev/null & )
      exec 3<&-
      exec "$@"
      """;
  private static final long READY_WITHIN_SECONDS = 120;
  private static final long RETRY_FOR_SECONDS = 20;
  private static final long STOP_WITHIN_SECONDS = 30;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;
  private static final long LASTED_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final System.Logger LOG = System.getLogger(Postmaster.class.getName());

  /// What one start needs to know.
  record Launch(DataFolder folder, PostgresBinaries binaries, LesserUser user, boolean fast) {}

  /// A process that accepts connections, and where.
  private record Running(Process process, int port, long since) {}

  private final Launch launch;
  private Running running;
  private boolean stopped;
  private long pauseMillis;
  private boolean failing;

  private Postmaster(Launch launch) throws IOException, InterruptedException {
    this.launch = launch;
    this.running = begin(launch, 0);
  }

  /// Starts and waits until connections are accepted.
  static Postmaster start(Launch launch) throws IOException, InterruptedException {
    Orphan.stop(launch.folder().data());
    var postmaster = new Postmaster(launch);
    postmaster.watch();
    return postmaster;
  }

  synchronized int port() {
    return running.port();
  }

  synchronized long pid() {
    return running.process().pid();
  }

  /// Stops at once but in good order: open transactions are rolled back, nothing needs recovery.
  synchronized void stop() throws IOException, InterruptedException {
    stopped = true;
    var process = running.process();
    if (process.isAlive()) {
      try (var pipe = process.getOutputStream()) {
        pipe.write("stop\n".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException endedMeanwhile) {
        LOG.log(System.Logger.Level.DEBUG, "PostgreSQL ended before it was asked to");
      }
    }
    if (!process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /// Stops and starts again on the same port.
  synchronized void restart() throws IOException, InterruptedException {
    stop();
    running = begin(launch, running.port());
    stopped = false;
    watch();
  }

  private synchronized void watch() {
    var watched = running.process();
    var _ = watched.onExit().thenRunAsync(() -> revive(watched), Thread::startVirtualThread);
  }

  private void revive(Process ended) {
    try {
      do {
        Thread.sleep(pause());
      } while (!revived(ended));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized long pause() {
    boolean lasted = System.nanoTime() - running.since() > LASTED_NANOS && !failing;
    pauseMillis =
        lasted ? 0 : Math.clamp(2 * pauseMillis, FIRST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
    return pauseMillis;
  }

  /// True when it runs again, or nobody wants it to.
  private synchronized boolean revived(Process ended) throws InterruptedException {
    // A test's server takes its folder along when it ends.
    if (stopped || launch.fast() || running.process() != ended) {
      return true;
    }
    LOG.log(System.Logger.Level.WARNING, "PostgreSQL ended unasked and is started again");
    try {
      running = begin(launch, running.port());
      failing = false;
      watch();
    } catch (IOException | DatabaseRefusal failed) {
      LOG.log(System.Logger.Level.ERROR, "PostgreSQL could not be started again yet", failed);
      failing = true;
    }
    return !failing;
  }

  /// A postmaster killed a moment ago can still hold the process file, and a free port can be taken
  /// before we use it: both are tried again.
  ///
  /// @param wanted the port, or 0 for any
  private static Running begin(Launch launch, int wanted) throws IOException, InterruptedException {
    var giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(RETRY_FOR_SECONDS);
    while (true) {
      var mark = launch.folder().logEnd();
      var port = wanted == 0 ? freePort() : wanted;
      var process = spawn(launch, port);
      if (ready(process, launch.folder().data())) {
        return new Running(process, port, System.nanoTime());
      }
      process.destroyForcibly().waitFor();
      var said = launch.folder().logAfter(mark);
      if (!passing(said) || System.nanoTime() > giveUp) {
        throw new DatabaseRefusal(
            "PostgreSQL did not start; its reason is in " + launch.folder().log() + ".");
      }
      Thread.sleep(200);
    }
  }

  static void plainEnvironment(ProcessBuilder builder) {
    var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
  }

  private static Process spawn(Launch launch, int port) throws IOException {
    var arguments = new ArrayList<>(List.of("-D", launch.folder().data().toString()));
    arguments.addAll(PostgresSettings.arguments(port, launch.fast()));
    var command =
        new ArrayList<>(List.of("setsid", "sh", "-c", BECOME_POSTGRES, "sampan-postgres"));
    command.add(launch.fast() ? launch.folder().path().toString() : "");
    command.addAll(launch.user().command(launch.binaries().program("postgres"), arguments));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.folder().log().toFile()));
    plainEnvironment(builder);
    return builder.start();
  }

  private static boolean ready(Process process, Path data)
      throws IOException, InterruptedException {
    var giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
    while (process.isAlive() && System.nanoTime() < giveUp) {
      var lines = Orphan.processFile(data);
      if (lines.size() >= 8
          && lines.get(0).equals(Long.toString(process.pid()))
          && lines.get(7).strip().equals("ready")) {
        return true;
      }
      Thread.sleep(10);
    }
    return false;
  }

  private static boolean passing(String said) {
    return said.contains("lock file \"postmaster.pid\" already exists")
        || said.contains("pre-existing shared memory block")
        || said.contains("could not bind");
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}

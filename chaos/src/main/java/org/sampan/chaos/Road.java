package org.sampan.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Our own fault proxy: everything one station says to another passes here, as bytes, so that it
/// works the same whatever is spoken over it.
final class Road implements AutoCloseable {

  private final ServerSocket door;
  private final int target;
  private final long seed;
  private final AtomicLong travellers = new AtomicLong();
  private final AtomicLong carried = new AtomicLong();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Weather weather = Weather.FINE;

  Road(int target, long seed) throws IOException {
    this.target = target;
    this.seed = seed;
    this.door = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::receive);
  }

  int port() {
    return door.getLocalPort();
  }

  URI address() {
    return URI.create("https://127.0.0.1:" + port());
  }

  /// The bytes that passed, both ways.
  long carried() {
    return carried.get();
  }

  /// From now on it is so; who is under way is cut off, as when a cable is pulled.
  void set(Weather now) {
    weather = now;
    open.forEach(Road::reset);
  }

  private void receive() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        open.add(near);
        Random luck = new Random(seed + travellers.incrementAndGet());
        Thread.ofVirtual().start(() -> pass(near, luck));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket near, Random luck) {
    Weather now = weather;
    try {
      if (now.shut()) {
        reset(near);
        return;
      }
      if (luck.nextDouble() < now.swallowed()) {
        near.getInputStream().transferTo(OutputStream.nullOutputStream());
        return;
      }
      try (Socket far = new Socket(InetAddress.getLoopbackAddress(), target)) {
        open.add(far);
        far.setTcpNoDelay(true);
        near.setTcpNoDelay(true);
        Random other = new Random(luck.nextLong());
        Thread back = Thread.ofVirtual().start(() -> pour(far, near, other, now));
        pour(near, far, luck, now);
        back.join();
        open.remove(far);
      }
    } catch (IOException nobodyThere) {
      reset(near);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(near);
      close(near);
    }
  }

  private void pour(Socket from, Socket to, Random luck, Weather now) {
    byte[] piece = new byte[4096];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        Thread.sleep(wait(read, luck, now));
        if (luck.nextDouble() < now.broken()) {
          out.write(piece, 0, luck.nextInt(read));
          out.flush();
          reset(from);
          reset(to);
          return;
        }
        out.write(piece, 0, read);
        out.flush();
        carried.addAndGet(read);
      }
      to.shutdownOutput();
    } catch (IOException ended) {
      reset(from);
      reset(to);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static long wait(int bytes, Random luck, Weather now) {
    long wait = now.delayMillis();
    if (now.bytesPerSecond() > 0) {
      wait += 1_000L * bytes / now.bytesPerSecond();
    }
    for (long again = 200; luck.nextDouble() < now.lost() && again <= 3_200; again *= 2) {
      wait += again;
    }
    return wait;
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (SocketException closedAlready) {
      return;
    }
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed either way.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    open.forEach(Road::reset);
  }
}

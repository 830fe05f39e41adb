package org.sampan.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The receiver's disk is full, and later is not. Its folder lies on a small disk of its own, in
/// memory, which only root can make.
final class FullDisk implements Trial {

  @Override
  public String title() {
    return "disk full";
  }

  /// Makes a small disk at this folder. False where we may not.
  static boolean mount(Path folder, String size) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    return quietly("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
  }

  static void unmount(Path folder) throws IOException, InterruptedException {
    quietly("umount", "-l", folder.toString());
  }

  private static boolean quietly(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  @Override
  public String story() {
    return "The receiver's disk is filled to the last byte and emptied later. Nothing may be "
        + "lost, and nothing acknowledged that was not stored.";
  }

  @Override
  public List<Figure> run(Grounds grounds) throws IOException, SQLException, InterruptedException {
    if (!grounds.smallDisk) {
      return List.of(
          Figure.told("disk full", "not tried: a small disk could not be mounted (needs root)"));
    }
    Pair pair = grounds.pair;
    List<String[]> cases = Traffic.cases(pair.th, pair.kh.name, grounds.of(50, 5));
    Path ballast = pair.kh.folder.resolve("ballast");
    List<Figure> figures = new ArrayList<>();
    try (Traffic traffic =
        Traffic.begin(pair, grounds.ledger, cases, grounds.of(2_000, 60), grounds.seed)) {
      figures.add(Figure.told("megabytes that filled it", fill(ballast) >> 20));
      Thread.sleep(grounds.of(60_000, 3_000));
      Files.delete(ballast);
      traffic.join();
    }
    figures.addAll(grounds.accountWithTheNext());
    return figures;
  }

  private static long fill(Path ballast) throws IOException {
    byte[] zeros = new byte[1 << 16];
    long written = 0;
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(zeros);
        written += zeros.length;
      }
    } catch (IOException full) {
      return written;
    }
  }
}

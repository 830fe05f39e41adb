package org.sampan.jobs.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.sampan.OperatorRefusal;
import org.sampan.disclosure.LedgerFile;
import org.sampan.disclosure.noise.GaussianProfile;
import org.sampan.disclosure.noise.Ledger;
import org.sampan.disclosure.noise.Ratio;

/// The ledger's file, held by one release at a time.
final class LedgerBook implements AutoCloseable {

  /// A ledger that does not exist yet promises epsilon 4 a year and 12 in all, at this delta.
  private static final Ratio DELTA = Ratio.parse("1e-6");

  private final Path file;
  private final FileChannel guard;
  private final Ledger ledger;

  private LedgerBook(Path file, FileChannel guard, Ledger ledger) {
    this.file = file;
    this.guard = guard;
    this.ledger = ledger;
  }

  /// Opens the ledger, or begins one where there is none.
  static LedgerBook open(Path file) {
    try {
      FileChannel guard =
          FileChannel.open(
              file.resolveSibling(file.getFileName() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (!locked(guard)) {
        guard.close();
        throw new OperatorRefusal("Another release is being made with the ledger " + file);
      }
      return new LedgerBook(file, guard, read(file));
    } catch (IOException unwritable) {
      throw new OperatorRefusal("The ledger " + file + " cannot be opened.");
    }
  }

  private static Ledger read(Path file) throws IOException {
    if (Files.exists(file)) {
      return LedgerFile.read(Files.readString(file));
    }
    return Ledger.empty(
        GaussianProfile.rho(Ratio.of(4, 1), DELTA), GaussianProfile.rho(Ratio.of(12, 1), DELTA));
  }

  private static boolean locked(FileChannel guard) throws IOException {
    try {
      FileLock lock = guard.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException held) {
      return false;
    }
  }

  Ledger ledger() {
    return ledger;
  }

  Path file() {
    return file;
  }

  /// Replaces the ledger by the next one, in one step, after it has reached the disk.
  void write(Ledger next) {
    Path fresh = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.writeString(fresh, LedgerFile.write(next) + "\n");
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void close() {
    try {
      guard.close();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}

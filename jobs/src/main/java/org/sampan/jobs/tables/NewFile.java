package org.sampan.jobs.tables;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.sampan.OperatorRefusal;

/// A file that appears whole or not at all: it grows under another name beside its own and takes
/// its own name when it is kept. What is closed without being kept is removed.
public final class NewFile implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final Path growing;
  private final List<OutputStream> open = new ArrayList<>();
  private boolean kept;

  private NewFile(Path path, Path growing) {
    this.path = path;
    this.growing = growing;
  }

  /// Begins a file; folders above it are made.
  ///
  /// @throws OperatorRefusal when nothing can be written there
  public static NewFile at(Path path) {
    Path whole = path.toAbsolutePath();
    try {
      Files.createDirectories(whole.getParent());
      Path growing = whole.resolveSibling("." + whole.getFileName() + ".growing");
      Files.deleteIfExists(growing);
      return new NewFile(whole, growing);
    } catch (IOException cannot) {
      throw refusal(whole, cannot);
    }
  }

  /// Where it grows; for writers that want a path.
  public Path growing() {
    return growing;
  }

  /// A buffered stream into it, which says in one line what went wrong.
  public OutputStream stream() {
    try {
      OutputStream bare = Files.newOutputStream(growing);
      open.add(bare);
      return new BufferedOutputStream(new Refusing(path, bare), BUFFER);
    } catch (IOException cannot) {
      throw refusal(path, cannot);
    }
  }

  /// Gives it its name; its streams are closed by now.
  public void keep() {
    try {
      Files.move(
          growing, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      kept = true;
    } catch (IOException cannot) {
      throw refusal(path, cannot);
    }
  }

  @Override
  public void close() {
    if (!kept) {
      try {
        for (OutputStream one : open) {
          one.close();
        }
        Files.deleteIfExists(growing);
      } catch (IOException cannot) {
        throw refusal(path, cannot);
      }
    }
  }

  /// What the operator reads when a file cannot be written.
  public static OperatorRefusal refusal(Path path, IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    boolean full = reason.contains("No space left") || reason.contains("quota");
    String line =
        full
            ? "The disk is full: " + path + " could not be written, and no part of it was kept."
            : path
                + " could not be written ("
                + cause.getClass().getSimpleName()
                + ": "
                + reason
                + ").";
    OperatorRefusal refusal = new OperatorRefusal(line);
    refusal.initCause(cause);
    return refusal;
  }

  private static final class Refusing extends FilterOutputStream {

    private final Path path;

    Refusing(Path path, OutputStream out) {
      super(out);
      this.path = path;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException cannot) {
        throw refusal(path, cannot);
      }
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }
  }
}

package org.sampan.database;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes an archive's sections: packed, then sealed.
final class ArchiveWriter implements Closeable {

  private static final int BLOCK = 32_768;

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final DataOutputStream out;

  /// Writes the header at once; nothing of the passphrase is kept.
  ArchiveWriter(OutputStream file, int rounds, char[] passphrase) throws IOException {
    var header = ArchiveHeader.make(rounds);
    var keys = ArchiveKeys.derive(header, passphrase);
    file.write(header.bytes(keys.confirmation()));
    var sealed = new SealedOutput(file, header, keys.content());
    out =
        new DataOutputStream(
            new BufferedOutputStream(new DeflaterOutputStream(sealed, deflater, BLOCK), BLOCK));
  }

  void beginning(Section.Beginning beginning) throws IOException {
    out.writeByte('B');
    out.writeUTF(beginning.writtenAt().toString());
    out.writeInt(beginning.parts());
    out.writeInt(beginning.migrated().histories().size());
    for (var history : beginning.migrated().histories().entrySet()) {
      out.writeUTF(history.getKey());
      out.writeInt(history.getValue().size());
      for (var step : history.getValue()) {
        out.writeUTF(step.version());
        out.writeUTF(step.description());
        out.writeUTF(step.checksum());
      }
    }
  }

  /// Begins a table; its rows go into the returned body, which must be closed.
  OutputStream rows(Section.TableRows rows) throws IOException {
    out.writeByte('T');
    name(rows.table());
    out.writeInt(rows.columns().size());
    for (var column : rows.columns()) {
      out.writeUTF(column);
    }
    return new Body();
  }

  void sequence(Section.Sequence sequence) throws IOException {
    out.writeByte('S');
    name(sequence.name());
    out.writeLong(sequence.lastValue());
    out.writeBoolean(sequence.called());
  }

  /// Begins a file; its bytes go into the returned body, which must be closed.
  OutputStream file(Section.NodeFile file) throws IOException {
    out.writeByte('F');
    out.writeUTF(file.path());
    out.writeUTF(file.permissions());
    return new Body();
  }

  void end(Section.End end) throws IOException {
    out.writeByte('E');
    out.writeInt(end.tables());
    out.writeLong(end.rows());
    out.writeInt(end.files());
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      deflater.end();
    }
  }

  private void name(TableName name) throws IOException {
    out.writeUTF(name.schema());
    out.writeUTF(name.name());
  }

  /// Bytes whose number is not known beforehand: blocks, each after its length, then a length of 0.
  private final class Body extends OutputStream {

    private final byte[] block = new byte[BLOCK];
    private int filled;

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      var done = 0;
      while (done < length) {
        var part = Math.min(BLOCK - filled, length - done);
        System.arraycopy(bytes, offset + done, block, filled, part);
        filled += part;
        done += part;
        if (filled == BLOCK) {
          flushBlock();
        }
      }
    }

    @Override
    public void close() throws IOException {
      if (filled > 0) {
        flushBlock();
      }
      out.writeInt(0);
    }

    private void flushBlock() throws IOException {
      out.writeInt(filled);
      out.write(block, 0, filled);
      filled = 0;
    }
  }
}

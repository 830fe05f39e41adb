package org.sampan.database;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;

/// Reads an archive's sections in order. Each read fails with a [DatabaseRefusal] when the file is
/// not what was written.
final class ArchiveReader implements Closeable {

  private final SealedInput sealed;
  private final DataInputStream in;
  private Body body = new Body();

  ArchiveReader(InputStream file, char[] passphrase) throws IOException {
    var opened = ArchiveHeader.read(file);
    sealed = new SealedInput(file, opened.header(), ArchiveKeys.open(opened, passphrase).content());
    in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(sealed), 32_768));
  }

  Section.Beginning beginning() throws IOException {
    if (in.readByte() != 'B') {
      throw unknown();
    }
    var writtenAt = Instant.parse(in.readUTF());
    var parts = in.readInt();
    var histories = new TreeMap<String, List<Migrated.Step>>();
    for (var count = in.readInt(); count > 0; count--) {
      histories.put(in.readUTF(), steps());
    }
    return new Section.Beginning(writtenAt, new Migrated(histories), parts);
  }

  /// The next section; what was left of the last one's body is passed over. After the end the rest
  /// of the file has been verified.
  Section next() throws IOException {
    body.skipRest();
    return switch (in.readByte()) {
      case 'T' -> {
        var section = new Section.TableRows(name(), columns());
        body = new Body(true);
        yield section;
      }
      case 'S' -> new Section.Sequence(name(), in.readLong(), in.readBoolean());
      case 'F' -> {
        var section = new Section.NodeFile(in.readUTF(), in.readUTF());
        body = new Body(true);
        yield section;
      }
      case 'E' -> {
        var section = new Section.End(in.readInt(), in.readLong(), in.readInt());
        verifyEnd();
        yield section;
      }
      default -> throw unknown();
    };
  }

  InputStream body() {
    return body;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void verifyEnd() throws IOException {
    if (in.read() >= 0 || sealed.read() >= 0) {
      throw unknown();
    }
  }

  private List<Migrated.Step> steps() throws IOException {
    var steps = new ArrayList<Migrated.Step>();
    for (var count = in.readInt(); count > 0; count--) {
      steps.add(new Migrated.Step(in.readUTF(), in.readUTF(), in.readUTF()));
    }
    return steps;
  }

  private TableName name() throws IOException {
    return new TableName(in.readUTF(), in.readUTF());
  }

  private List<String> columns() throws IOException {
    var columns = new ArrayList<String>();
    for (var count = in.readInt(); count > 0; count--) {
      columns.add(in.readUTF());
    }
    return columns;
  }

  private static DatabaseRefusal unknown() {
    return new DatabaseRefusal("The archive holds what this release does not know.");
  }

  /// The bytes that follow a section, see [ArchiveWriter].
  private final class Body extends InputStream {

    private boolean more;
    private int left;

    Body() {
      this(false);
    }

    Body(boolean more) {
      this.more = more;
    }

    @Override
    public int read() throws IOException {
      var single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0 && more) {
        left = in.readInt();
        more = left > 0;
      }
      if (left == 0) {
        return -1;
      }
      var part = in.read(bytes, offset, Math.min(length, left));
      if (part < 0) {
        throw new EOFException();
      }
      left -= part;
      return part;
    }

    void skipRest() throws IOException {
      var passed = new byte[8192];
      while (read(passed, 0, passed.length) >= 0) {}
    }
  }
}

package org.sampan.bundles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// One thing in the contents of a volume, by its name: `trust/NUMBER` and `logs/NODE`, which come
/// first, then `letters/ID`, `receipts/ID`, `files/DIGEST/AT`.
///
/// @param bytes at most as long as the wire would take
record Part(Kind kind, String name, byte[] bytes) {

  /// What it is, and how long it may be.
  enum Kind {
    /// A trust list or a notice, as it was signed.
    TRUST("trust/([1-9][0-9]{0,3})", 1024 * 1024),
    /// The newest checkpoint of a node's log, as it was signed.
    LOG("logs/([a-z][a-z0-9-]{1,39})", 16 * 1024),
    LETTER("letters/([0-9a-f-]{36})", 1024 * 1024),
    RECEIPT("receipts/([0-9a-f-]{36})", 8 * 1024),
    RANGE("files/([0-9a-f]{64})/(0|[1-9][0-9]{0,15})", 8 * 1024 * 1024);

    private final Pattern name;
    private final int longest;

    Kind(String name, int longest) {
      this.name = Pattern.compile(name);
      this.longest = longest;
    }

    private static Optional<Kind> of(String name) {
      for (Kind kind : values()) {
        if (kind.name.matcher(name).matches()) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  static Part trust(int number, String text) {
    return new Part(Kind.TRUST, "trust/" + number, text.getBytes(StandardCharsets.UTF_8));
  }

  static Part log(String node, String note) {
    return new Part(Kind.LOG, "logs/" + node, note.getBytes(StandardCharsets.UTF_8));
  }

  static Part letter(UUID id, byte[] sealed) {
    return new Part(Kind.LETTER, "letters/" + id, sealed);
  }

  static Part receipt(UUID id, byte[] receipt) {
    return new Part(Kind.RECEIPT, "receipts/" + id, receipt);
  }

  static Part range(String digest, long at, byte[] bytes) {
    return new Part(Kind.RANGE, "files/" + digest + "/" + at, bytes);
  }

  /// What it says, where that is text.
  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// How much of a volume it takes.
  long length() {
    return bytes.length + AROUND;
  }

  /// The identifier or the digest it names.
  String of() {
    Matcher matcher = kind.name.matcher(name);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /// Where in its parcel a range begins.
  long at() {
    Matcher matcher = kind.name.matcher(name);
    return kind == Kind.RANGE && matcher.matches() ? Long.parseLong(matcher.group(2)) : 0;
  }

  /// What a volume must keep free for it beside its bytes: its name twice and two heads.
  static final int AROUND = 512;

  /// Reads the parts of a volume one by one. What it reads was proved to be the sender's; it is
  /// held to its form all the same.
  static final class Reader {
    private static final int MOST = 500_000;

    private final ZipInputStream zip;
    private final InputStream under;
    private final Set<String> seen = new HashSet<>();

    Reader(InputStream contents) {
      this.under = contents;
      this.zip = new ZipInputStream(contents);
    }

    /// The next part; nothing at the end.
    Optional<Part> next() throws IOException, VolumeFile.Refused {
      ZipEntry entry;
      try {
        entry = zip.getNextEntry();
      } catch (ZipException | IllegalArgumentException broken) {
        throw new VolumeFile.Refused("Its contents are not in the form of a volume.");
      }
      if (entry == null) {
        // What stands behind the last part is read too: it was counted into the proof.
        under.transferTo(java.io.OutputStream.nullOutputStream());
        return Optional.empty();
      }
      String name = entry.getName();
      Optional<Kind> kind = Kind.of(name);
      if (kind.isEmpty() || entry.getMethod() != ZipEntry.STORED || seen.size() >= MOST) {
        throw new VolumeFile.Refused("Its contents hold something that does not belong there.");
      }
      if (!seen.add(name)) {
        throw new VolumeFile.Refused("Its contents name one thing twice.");
      }
      byte[] bytes = zip.readNBytes(kind.get().longest + 1);
      if (bytes.length > kind.get().longest || bytes.length == 0) {
        throw new VolumeFile.Refused("Its contents hold something that is too long or empty.");
      }
      return Optional.of(new Part(kind.get(), name, bytes));
    }
  }

  /// The contents of a volume as they are packed: each part is fetched when its turn comes.
  static final class Writer extends InputStream {
    private final Iterator<Optional<Part>> parts;
    private final ByteArrayOutputStream ready = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(ready);
    private byte[] chunk = new byte[0];
    private int read;
    private boolean done;

    /// @param parts those that are gone by the time their turn comes are empty
    Writer(Iterator<Optional<Part>> parts) {
      this.parts = parts;
      zip.setMethod(ZipOutputStream.STORED);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
      while (read == chunk.length) {
        if (done) {
          return -1;
        }
        fill();
      }
      int some = Math.min(length, chunk.length - read);
      System.arraycopy(chunk, read, to, at, some);
      read += some;
      return some;
    }

    private void fill() throws IOException {
      if (parts.hasNext()) {
        Optional<Part> part = parts.next();
        if (part.isPresent()) {
          put(part.get());
        }
      } else {
        zip.finish();
        done = true;
      }
      chunk = ready.toByteArray();
      ready.reset();
      read = 0;
    }

    private void put(Part part) throws IOException {
      ZipEntry entry = new ZipEntry(part.name());
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(part.bytes().length);
      CRC32 sum = new CRC32();
      sum.update(part.bytes());
      entry.setCrc(sum.getValue());
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(part.bytes());
      zip.closeEntry();
    }
  }
}

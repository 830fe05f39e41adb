package org.sampan.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// One volume as a file: a zip that stores, with two entries in this order, `index` and `contents`.
/// Anything else, or anything more, is refused before it is read.
final class VolumeFile {

  static final String INDEX = "index";
  static final String CONTENTS = "contents";

  private static final int LONGEST_INDEX = 1024 * 1024;

  private VolumeFile() {}

  /// Which volume of which bundle: the first is 1.
  record Place(UUID bundle, int number, int of) {

    /// What its file is called: the numbers as wide as the last, so that they sort.
    String file(String to) {
      String width = "%0" + String.valueOf(of).length() + "d";
      return "%s-%s-%s-of-%d.sampan"
          .formatted(to, bundle.toString().substring(0, 8), width.formatted(number), of);
    }
  }

  /// It is refused, with the sentence that says why.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean mayChange;

    Refused(String why) {
      this(why, false);
    }

    /// @param mayChange whether a newer trust list might judge otherwise
    Refused(String why, boolean mayChange) {
      super(why, null, false, false);
      this.mayChange = mayChange;
    }

    boolean mayChange() {
      return mayChange;
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  /// Writes a volume: first under another name, so that a stick pulled out too soon holds none.
  static void write(Path file, byte[] index, Path contents) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      pack(part, index, contents);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void pack(Path part, byte[] index, Path contents) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
      zip.setMethod(ZipOutputStream.STORED);
      CRC32 sum = new CRC32();
      sum.update(index);
      zip.putNextEntry(entry(INDEX, index.length, sum));
      zip.write(index);
      zip.closeEntry();
      zip.putNextEntry(entry(CONTENTS, Files.size(contents), sum(contents)));
      Files.copy(contents, zip);
      zip.closeEntry();
    }
  }

  private static ZipEntry entry(String name, long size, CRC32 sum) {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(sum.getValue());
    // When it was written is nobody's business.
    entry.setTime(0);
    return entry;
  }

  private static CRC32 sum(Path file) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(
          new OutputStream() {
            @Override
            public void write(int one) {
              sum.update(one);
            }

            @Override
            public void write(byte[] from, int at, int length) {
              sum.update(from, at, length);
            }
          });
    }
    return sum;
  }

  /// Opens a volume's file; whoever does closes it.
  static ZipFile open(Path file) throws Refused, IOException {
    if (Files.isSymbolicLink(file) || !Files.isRegularFile(file)) {
      throw new Refused("There is no such file, or it only points to another.");
    }
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException | IllegalArgumentException broken) {
      throw new Refused("It is no volume of a bundle, or a part of it is missing.");
    }
    List<? extends ZipEntry> entries = zip.stream().limit(3).toList();
    boolean two =
        entries.size() == 2
            && entries.get(0).getName().equals(INDEX)
            && entries.get(1).getName().equals(CONTENTS);
    boolean stored =
        entries.stream()
            .allMatch(entry ->
                entry.getMethod() == ZipEntry.STORED
                    && entry.getSize() == entry.getCompressedSize());
    if (!two || !stored || entries.get(0).getSize() > LONGEST_INDEX) {
      zip.close();
      throw new Refused("It holds something that does not belong into a volume of a bundle.");
    }
    return zip;
  }

  /// The index of an open volume.
  static byte[] index(ZipFile zip) throws Refused {
    try (InputStream in = zip.getInputStream(zip.getEntry(INDEX))) {
      return in.readNBytes(LONGEST_INDEX + 1);
    } catch (IOException broken) {
      throw new Refused("Its index cannot be read.");
    }
  }
}

package org.sampan.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.sealing.Letter;
import org.sampan.sealing.parcel.Damaged;
import org.sampan.sealing.parcel.Unpacking;
import org.sampan.trust.Trust;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a volume: first reads it to its end and proves it, then hands every part on as the border
/// would. Taken again it changes nothing.
///
/// The lists, notices and checkpoints in it prove themselves. They come first, so that what follows
/// is judged by the newest list; and where an index is not believed, a volume is searched for a
/// list by which it is.
@Component
class Unbundling {

  /// What came of a volume.
  ///
  /// @param letters taken, now or before
  /// @param receipts that told us something, now or before
  /// @param ranges of files that are here now
  /// @param trust lists and notices that are in force here now, or were before
  /// @param heads checkpoints of logs that were heard
  /// @param left what could not be taken, by the code of why
  /// @param missing the files of the same bundle that were never taken whole
  record Taken(
      String from,
      String bundle,
      long volume,
      long of,
      int letters,
      int receipts,
      int ranges,
      int trust,
      int heads,
      Map<String, Integer> left,
      List<String> missing) {}

  private static final String ALTERED = "Its contents are those of another volume, or altered.";

  private final Indexes indexes;
  private final Inward inward;
  private final Volumes volumes;
  private final Trust trust;
  private final Audit audit;
  private final TransactionTemplate transaction;

  Unbundling(
      Indexes indexes,
      Inward inward,
      Volumes volumes,
      Trust trust,
      Audit audit,
      TransactionTemplate transaction) {
    this.indexes = indexes;
    this.inward = inward;
    this.volumes = volumes;
    this.trust = trust;
    this.audit = audit;
    this.transaction = transaction;
  }

  /// Takes the volume in this file.
  Taken take(Path file) throws VolumeFile.Refused, IOException {
    try (ZipFile zip = VolumeFile.open(file)) {
      byte[] sealed = VolumeFile.index(zip);
      Index index = believed(zip, sealed);
      prove(zip, index.contents());
      return take(zip, index, sealed);
    }
  }

  /// The index, if need be by a list that the volume itself brings.
  private Index believed(ZipFile zip, byte[] sealed) throws VolumeFile.Refused, IOException {
    try {
      return indexes.read(sealed);
    } catch (VolumeFile.Refused refused) {
      if (!refused.mayChange()) {
        throw refused;
      }
      hearFirst(zip, indexes.unproved(sealed));
      return indexes.read(sealed);
    }
  }

  /// Takes the lists and notices at the beginning of a volume whose sender is not believed yet, and
  /// reads no further.
  private void hearFirst(ZipFile zip, Index index) throws VolumeFile.Refused, IOException {
    try (InputStream clear = index.clear(zip)) {
      Part.Reader parts = new Part.Reader(clear);
      Optional<Part> part = parts.next();
      while (part.isPresent() && part.get().kind() == Part.Kind.TRUST) {
        inward.take(index.from(), part.get());
        part = parts.next();
      }
    } catch (Damaged | ZipException damaged) {
      throw new VolumeFile.Refused(ALTERED);
    }
  }

  /// Reads everything once, and takes nothing.
  private void prove(ZipFile zip, Letter.Attachment contents)
      throws VolumeFile.Refused, IOException {
    if (zip.getEntry(VolumeFile.CONTENTS).getSize() != contents.cipherSize()) {
      throw new VolumeFile.Refused("Its contents are those of another volume, or cut off.");
    }
    MessageDigest sealed = sha256();
    MessageDigest plain = sha256();
    try (InputStream raw =
            new DigestInputStream(zip.getInputStream(zip.getEntry(VolumeFile.CONTENTS)), sealed);
        InputStream clear =
            new DigestInputStream(
                Unpacking.read(raw, contents.cipherSize(), contents.cek()), plain)) {
      Part.Reader parts = new Part.Reader(clear);
      Optional<Part> part = parts.next();
      while (part.isPresent()) {
        part = parts.next();
      }
      raw.transferTo(OutputStream.nullOutputStream());
      clear.transferTo(OutputStream.nullOutputStream());
    } catch (Damaged damaged) {
      throw new VolumeFile.Refused(ALTERED);
    } catch (IOException broken) {
      throw new VolumeFile.Refused("Its contents cannot be read to the end.");
    }
    boolean same =
        HexFormat.of().formatHex(sealed.digest()).equals(contents.cipherSha256().hex())
            && HexFormat.of().formatHex(plain.digest()).equals(contents.sha256().hex());
    if (!same) {
      throw new VolumeFile.Refused(ALTERED);
    }
  }

  private Taken take(ZipFile zip, Index index, byte[] sealed)
      throws VolumeFile.Refused, IOException {
    int[] taken = new int[Part.Kind.values().length];
    Map<String, Integer> left = new TreeMap<>();
    try (InputStream clear = index.clear(zip)) {
      Part.Reader parts = new Part.Reader(clear);
      boolean heard = false;
      for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
        Part.Kind kind = part.get().kind();
        if (!heard && kind != Part.Kind.TRUST) {
          // What the volume brought may say that its own sender is not to be believed.
          indexes.read(sealed);
          heard = true;
        }
        String why = inward.take(index.from(), part.get());
        if (why.isEmpty()) {
          taken[kind.ordinal()]++;
        } else {
          left.merge(why, 1, Integer::sum);
        }
      }
    }
    note(index, taken[Part.Kind.LETTER.ordinal()], left);
    VolumeFile.Place place = index.place();
    return new Taken(
        index.from(),
        place.bundle().toString(),
        place.number(),
        place.of(),
        taken[Part.Kind.LETTER.ordinal()],
        taken[Part.Kind.RECEIPT.ordinal()],
        taken[Part.Kind.RANGE.ordinal()],
        taken[Part.Kind.TRUST.ordinal()],
        taken[Part.Kind.LOG.ordinal()],
        left,
        volumes.missing(index.from(), place.bundle(), place.of()).stream()
            .map(number -> new VolumeFile.Place(place.bundle(), number, place.of()))
            .map(missing -> missing.file(trust.self().value()))
            .toList());
  }

  private void note(Index index, int letters, Map<String, Integer> left) {
    transaction.executeWithoutResult(status -> {
      if (!left.containsKey(Inward.OUT_OF_TURN)) {
        volumes.taken(index.from(), index.place());
      }
      audit.write(
          Act.of("bundles.volume.taken")
              .on(index.letter().id().value())
              .with("from", index.from())
              .with("letters", letters)
              .with("left", left.values().stream().mapToInt(n -> n).sum()));
    });
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("Every Java platform has SHA-256.", every);
    }
  }
}

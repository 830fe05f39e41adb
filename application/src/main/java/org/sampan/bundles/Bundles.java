package org.sampan.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sampan.attachments.Enclosures;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.exchange.Carriage;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.parcel.Packing;
import org.sampan.sealing.parcel.ParcelKey;
import org.sampan.trust.Trust;
import org.sampan.witnesses.Notes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes what waits for a node into volumes.
@Component
class Bundles {

  static final Letter.Kind KIND = new Letter.Kind("sys.bundle", 1, 0);

  /// What a volume holds beside its parts: index, heads, and what sealing adds.
  private static final long BESIDE = 1024 * 1024;

  /// The smallest volume: the longest part and what stands beside it.
  static final long SMALLEST = 4 * 1024 * 1024;

  /// The largest file a stick in FAT32 takes, and a little less.
  static final long LARGEST = 4_000_000_000L;

  /// What was written: every volume also brings the trust list, notices and checkpoints.
  record Written(List<String> files, int letters, int receipts, int ranges) {}

  private final Carriage carriage;
  private final Enclosures enclosures;
  private final Indexes indexes;
  private final Notes notes;
  private final Trust trust;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Path folder;

  Bundles(
      Carriage carriage,
      Enclosures enclosures,
      Indexes indexes,
      Notes notes,
      Trust trust,
      Audit audit,
      TransactionTemplate transaction,
      @Value("${sampan.folder}") Path folder) {
    this.carriage = carriage;
    this.enclosures = enclosures;
    this.indexes = indexes;
    this.notes = notes;
    this.trust = trust;
    this.audit = audit;
    this.transaction = transaction;
    this.folder = folder;
  }

  /// Writes all that waits for a node into a folder, mostly a stick's.
  ///
  /// @param largest how long a volume may be in bytes
  Written write(String peer, Path into, long largest) throws VolumeFile.Refused, IOException {
    PublicPart key = indexes.keyOf(peer);
    if (carriage.awaits(peer)) {
      throw new VolumeFile.Refused(
          "This node was restored from a copy: "
              + peer
              + " must first say, by wire, where it stands.");
    }
    List<Part> ahead = ahead();
    long beside = BESIDE + ahead.stream().mapToLong(Part::length).sum();
    List<List<Packed.Item>> volumes =
        Packed.plan(
            carriage.waiting(peer),
            carriage.receipts(peer),
            enclosures.waiting(peer),
            Math.clamp(largest, SMALLEST, LARGEST) - beside);
    UUID bundle = UUID.randomUUID();
    List<String> files = new ArrayList<>();
    for (List<Packed.Item> items : volumes) {
      VolumeFile.Place place = new VolumeFile.Place(bundle, files.size() + 1, volumes.size());
      Path file = into.resolve(place.file(peer));
      try {
        volume(new Indexes.To(peer, key, place), ahead, items, file);
      } catch (IOException full) {
        throw unwritten(into, files);
      }
      files.add(place.file(peer));
    }
    List<Packed.Item> all = volumes.stream().flatMap(List::stream).distinct().toList();
    int letters = (int) all.stream().filter(Packed.Item.Letter.class::isInstance).count();
    int receipts = (int) all.stream().filter(Packed.Item.Receipt.class::isInstance).count();
    transaction.executeWithoutResult(status ->
        audit.write(
            Act.of("bundles.bundle.written")
                .on(bundle)
                .with("to", peer)
                .with("volumes", volumes.size())
                .with("letters", letters)));
    return new Written(files, letters, receipts, all.size() - letters - receipts);
  }

  /// A bundle that is not whole would only be missed over there.
  private static VolumeFile.Refused unwritten(Path into, List<String> files) throws IOException {
    for (String written : files) {
      Files.deleteIfExists(into.resolve(written));
    }
    return new VolumeFile.Refused(
        "The volumes cannot be written to " + into + ": is it full, or taken out?");
  }

  /// What every volume begins with: lists and notices, then the checkpoints of logs.
  private List<Part> ahead() {
    List<Part> ahead = new ArrayList<>();
    for (String text : trust.texts()) {
      ahead.add(Part.trust(ahead.size() + 1, text));
    }
    notes.newest().forEach((node, note) -> ahead.add(Part.log(node, note)));
    return ahead;
  }

  private void volume(Indexes.To to, List<Part> ahead, List<Packed.Item> items, Path file)
      throws IOException {
    Path sealed = Files.createTempFile(folder, "volume", ".part");
    try {
      ParcelKey own = ParcelKey.generate();
      Packing.Packed packed;
      Iterator<Optional<Part>> all =
          Stream.concat(
                  ahead.stream().map(Optional::of),
                  items.stream().map(item -> fetch(to.peer(), item)))
              .iterator();
      try (InputStream parts = new Part.Writer(all);
          OutputStream onto = Files.newOutputStream(sealed)) {
        packed = Packing.pack(parts, own, onto);
      }
      Letter.Attachment contents =
          new Letter.Attachment(
              UUID.randomUUID(),
              "application/zip",
              packed.size(),
              new Digest(packed.sha256()),
              new Digest(packed.sealedSha256()),
              own);
      VolumeFile.write(file, indexes.write(to, contents), sealed);
    } finally {
      Files.deleteIfExists(sealed);
    }
  }

  private Optional<Part> fetch(String peer, Packed.Item item) {
    return switch (item) {
      case Packed.Item.Letter(UUID id) -> carriage.along(id).map(sealed -> Part.letter(id, sealed));
      case Packed.Item.Receipt(UUID id) ->
          carriage
              .receipt(peer, id)
              .map(text -> Part.receipt(id, text.getBytes(StandardCharsets.US_ASCII)));
      case Packed.Item.Range(String digest, long at) ->
          enclosures.range(digest, at).map(bytes -> Part.range(digest, at, bytes));
    };
  }
}

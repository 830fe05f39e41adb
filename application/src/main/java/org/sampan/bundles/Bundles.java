package org.sampan.bundles;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sampan.attachments.Enclosures;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.exchange.Carriage;
import org.sampan.schemas.Schemas;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SealedEnvelope;
import org.sampan.sealing.Sealer;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.parcel.Packing;
import org.sampan.sealing.parcel.ParcelKey;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes what waits for a node into volumes.
@Component
class Bundles {

  static final Letter.Kind KIND = new Letter.Kind("sys.bundle", 1, 0);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LIFE = Duration.ofDays(365);

  /// What a volume holds beside its parts: index, heads, and what sealing adds.
  private static final long BESIDE = 1024 * 1024;

  /// The smallest volume: the longest part and what stands beside it.
  static final long SMALLEST = 4 * 1024 * 1024;

  /// The largest file a stick in FAT32 takes, and a little less.
  static final long LARGEST = 4_000_000_000L;

  /// What was written.
  record Written(List<String> files, int letters, int receipts, int ranges) {}

  private final Carriage carriage;
  private final Enclosures enclosures;
  private final Schemas schemas;
  private final Trust trust;
  private final Keyring keys;
  private final Audit audit;
  private final Clock clock;
  private final org.springframework.transaction.support.TransactionTemplate transaction;
  private final Path folder;

  Bundles(
      Carriage carriage,
      Enclosures enclosures,
      Schemas schemas,
      Trust trust,
      Keyring keys,
      Audit audit,
      Clock clock,
      org.springframework.transaction.support.TransactionTemplate transaction,
      @Value("${sampan.folder}") Path folder) {
    this.carriage = carriage;
    this.enclosures = enclosures;
    this.schemas = schemas;
    this.trust = trust;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
    this.folder = folder;
  }

  /// Writes all that waits for a node into a folder, mostly a stick's.
  ///
  /// @param largest how long a volume may be in bytes
  Written write(String peer, Path into, long largest) throws VolumeFile.Refused, IOException {
    PublicPart key = sealingKey(peer);
    if (carriage.awaits(peer)) {
      throw new VolumeFile.Refused(
          "This node was restored from a copy: "
              + peer
              + " must first say, by wire, where it stands.");
    }
    List<List<Packed.Item>> volumes =
        Packed.plan(
            carriage.waiting(peer),
            carriage.receipts(peer),
            enclosures.waiting(peer),
            Math.clamp(largest, SMALLEST, LARGEST) - BESIDE);
    UUID bundle = UUID.randomUUID();
    List<String> files = new ArrayList<>();
    for (int number = 1; number <= volumes.size(); number++) {
      Place place = new Place(bundle, number, volumes.size());
      String name =
          "%s-%s-%d-of-%d.sampan"
              .formatted(peer, bundle.toString().substring(0, 8), number, volumes.size());
      volume(peer, key, place, volumes.get(number - 1), into.resolve(name));
      files.add(name);
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

  private PublicPart sealingKey(String peer) throws VolumeFile.Refused {
    Instant now = clock.instant();
    Optional<NodeId> id =
        trust.list().stream()
            .flatMap(list -> list.nodes().stream())
            .map(node -> node.id())
            .filter(node -> node.value().equals(peer) && !node.equals(trust.self()))
            .findFirst();
    return id.flatMap(node -> trust.list().orElseThrow().sealingKey(node, now))
        .orElseThrow(
            () -> new VolumeFile.Refused("The trust list names no node " + peer + " to write to."));
  }

  /// Which volume of which bundle.
  private record Place(UUID bundle, int number, int of) {}

  private void volume(String peer, PublicPart key, Place place, List<Packed.Item> items, Path file)
      throws IOException {
    Path sealed = Files.createTempFile(folder, "volume", ".part");
    try {
      ParcelKey own = ParcelKey.generate();
      Packing.Packed packed;
      try (InputStream parts = new Part.Writer(fetch(peer, items).iterator());
          OutputStream to = Files.newOutputStream(sealed)) {
        packed = Packing.pack(parts, own, to);
      }
      Letter.Attachment contents =
          new Letter.Attachment(
              UUID.randomUUID(),
              "application/zip",
              packed.size(),
              new Digest(packed.sha256()),
              new Digest(packed.sealedSha256()),
              own);
      SealedEnvelope index = Sealer.seal(index(peer, place, contents), keys.signing(), key);
      VolumeFile.write(file, index.bytes(), sealed);
    } finally {
      Files.deleteIfExists(sealed);
    }
  }

  private Iterable<Optional<Part>> fetch(String peer, List<Packed.Item> items) {
    return () -> {
      Iterator<Packed.Item> all = items.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return all.hasNext();
        }

        @Override
        public Optional<Part> next() {
          return fetch(peer, all.next());
        }
      };
    };
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

  private Letter index(String peer, Place place, Letter.Attachment contents) {
    TrustLists.Trusted trusted = trust.current().orElseThrow();
    Instant now = clock.instant();
    Map<String, Object> body =
        Map.of("bundle", place.bundle().toString(), "volume", place.number(), "of", place.of());
    return new Letter(
        new Letter.Id(UuidCreator.getTimeOrderedEpoch()),
        new Letter.Route(trust.self(), new NodeId(peer), KIND, null),
        new Letter.Order(new Letter.CaseId(UUID.randomUUID()), 1, null, 0),
        new Letter.Life(now, now.plus(LIFE), Letter.Urgency.ROUTINE),
        new Letter.Terms(
            KIND.name(),
            new Letter.LegalBasis("sampan-exchange-1", KIND.name()),
            new Letter.Handling(false, null, null),
            Letter.Consent.notNeeded()),
        new Letter.Actor("NODE", trust.self().value(), null),
        new Letter.Content(
            schemas.ours(KIND, CanonicalJson.of(JSON.writeValueAsString(body))),
            schema(),
            List.of(contents)),
        new Letter.Knowledge(trusted.mark(), null));
  }

  private static Letter.Schema schema() {
    try (InputStream document = Bundles.class.getResourceAsStream("/schemas/sys.bundle-1.0.json")) {
      if (document == null) {
        throw new IllegalStateException("no schema of a bundle");
      }
      return new Letter.Schema(
          "urn:sampan:schema:sys.bundle:1.0", Digest.of(document.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

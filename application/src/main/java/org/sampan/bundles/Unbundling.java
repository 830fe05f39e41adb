package org.sampan.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.sampan.attachments.Enclosures;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.exchange.Carriage;
import org.sampan.schemas.Schemas;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Opener;
import org.sampan.sealing.Reason;
import org.sampan.sealing.parcel.Damaged;
import org.sampan.sealing.parcel.Unpacking;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes a volume: first reads it to its end and proves it, then hands every part on as the border
/// would. Taken again it changes nothing.
@Component
class Unbundling {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// What came of a volume.
  ///
  /// @param letters taken, now or before
  /// @param receipts that told us something, now or before
  /// @param ranges of files that are here now
  /// @param left what could not be taken, by the code of why
  record Taken(
      String from,
      String bundle,
      long volume,
      long of,
      int letters,
      int receipts,
      int ranges,
      Map<String, Integer> left) {}

  private final Carriage carriage;
  private final Enclosures enclosures;
  private final Schemas schemas;
  private final Trust trust;
  private final Keyring keys;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Unbundling(
      Carriage carriage,
      Enclosures enclosures,
      Schemas schemas,
      Trust trust,
      Keyring keys,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.carriage = carriage;
    this.enclosures = enclosures;
    this.schemas = schemas;
    this.trust = trust;
    this.keys = keys;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Takes the volume in this file.
  Taken take(Path file) throws VolumeFile.Refused, IOException {
    try (ZipFile zip = VolumeFile.open(file)) {
      Letter index = index(VolumeFile.index(zip));
      Letter.Attachment contents = index.content().attachments().getFirst();
      prove(zip, contents);
      return take(zip, index, contents);
    }
  }

  private Letter index(byte[] sealed) throws VolumeFile.Refused {
    if (trust.list().isEmpty()) {
      throw new VolumeFile.Refused("This node has no trust list yet.");
    }
    Checked<Opener.Opened> opened =
        Opener.open(sealed, keys.opening(), trust.list().get(), trust.self(), clock.instant());
    return switch (opened) {
      case Checked.Valid<Opener.Opened>(Opener.Opened valid) -> {
        Letter letter = valid.letter();
        boolean ours =
            letter.route().kind().name().equals(Bundles.KIND.name())
                && letter.route().kind().major() == Bundles.KIND.major()
                && letter.content().attachments().size() == 1;
        if (!ours) {
          throw new VolumeFile.Refused("Its index is a letter of another kind.");
        }
        if (!(schemas.check(letter) instanceof Schemas.Fit.Fits)) {
          throw new VolumeFile.Refused("Its index does not say what an index says.");
        }
        yield letter;
      }
      case Checked.Refused<Opener.Opened>(Reason reason) ->
          throw new VolumeFile.Refused(why(reason));
    };
  }

  private static String why(Reason reason) {
    return switch (reason) {
      case NOT_FOR_US, RECIPIENT_KEY_UNKNOWN -> "It is for another node.";
      case EXPIRED -> "It is older than a year: its letters have run out of time.";
      case KIND_NOT_ALLOWED -> "The trust list does not let its sender send bundles.";
      default -> "Its index does not open: " + reason.text();
    };
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
      throw new VolumeFile.Refused("Its contents are those of another volume, or altered.");
    } catch (IOException broken) {
      throw new VolumeFile.Refused("Its contents cannot be read to the end.");
    }
    boolean same =
        HexFormat.of().formatHex(sealed.digest()).equals(contents.cipherSha256().hex())
            && HexFormat.of().formatHex(plain.digest()).equals(contents.sha256().hex());
    if (!same) {
      throw new VolumeFile.Refused("Its contents are those of another volume, or altered.");
    }
  }

  private Taken take(ZipFile zip, Letter index, Letter.Attachment contents)
      throws VolumeFile.Refused, IOException {
    String from = index.route().from().value();
    int[] taken = new int[Part.Kind.values().length];
    Map<String, Integer> left = new TreeMap<>();
    try (InputStream raw = zip.getInputStream(zip.getEntry(VolumeFile.CONTENTS));
        InputStream clear = Unpacking.read(raw, contents.cipherSize(), contents.cek())) {
      Part.Reader parts = new Part.Reader(clear);
      for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
        String why = take(from, part.get());
        if (why.isEmpty()) {
          taken[part.get().kind().ordinal()]++;
        } else {
          left.merge(why, 1, Integer::sum);
        }
      }
    }
    CanonicalJson said = index.content().body();
    JsonNode body = JSON.readTree(said.text());
    Taken all =
        new Taken(
            from,
            body.path("bundle").asString(""),
            body.path("volume").asLong(0),
            body.path("of").asLong(0),
            taken[Part.Kind.LETTER.ordinal()],
            taken[Part.Kind.RECEIPT.ordinal()],
            taken[Part.Kind.RANGE.ordinal()],
            left);
    transaction.executeWithoutResult(status ->
        audit.write(
            Act.of("bundles.volume.taken")
                .on(index.id().value())
                .with("from", from)
                .with("letters", all.letters())
                .with("left", left.values().stream().mapToInt(n -> n).sum())));
    return all;
  }

  /// Hands one part on; the code of why it could not be taken, or nothing.
  private String take(String from, Part part) {
    return switch (part.kind()) {
      case LETTER ->
          switch (carriage.take(from, part.bytes())) {
            case Carriage.Taken.Stored stored -> "";
            case Carriage.Taken.Refused(String code) -> code;
            case Carriage.Taken.Later(String code) -> code;
          };
      case RECEIPT -> {
        String receipt = new String(part.bytes(), StandardCharsets.US_ASCII);
        boolean known = carriage.takeReceipt(from, UUID.fromString(part.of()), receipt);
        yield known ? "" : "RECEIPT_FOR_NOTHING";
      }
      case RANGE ->
          enclosures.land(from, part.of(), part.at(), part.bytes()) ? "" : "FILE_OUT_OF_TURN";
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("Every Java platform has SHA-256.", every);
    }
  }
}

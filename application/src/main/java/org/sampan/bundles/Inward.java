package org.sampan.bundles;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.sampan.attachments.Enclosures;
import org.sampan.exchange.Carriage;
import org.sampan.trust.Trust;
import org.sampan.witnesses.Notes;
import org.springframework.stereotype.Component;

/// Hands each part of a volume to whoever takes it from the wire.
@Component
class Inward {

  /// A piece of a file whose earlier pieces are not here: its volume must come again.
  static final String OUT_OF_TURN = "FILE_OUT_OF_TURN";

  private final Carriage carriage;
  private final Enclosures enclosures;
  private final Trust trust;
  private final Notes notes;

  Inward(Carriage carriage, Enclosures enclosures, Trust trust, Notes notes) {
    this.carriage = carriage;
    this.enclosures = enclosures;
    this.trust = trust;
    this.notes = notes;
  }

  /// Hands one part on; the code of why it could not be taken, or nothing.
  ///
  /// @param from who packed the volume
  String take(String from, Part part) {
    return switch (part.kind()) {
      case TRUST ->
          switch (trust.offer(part.text())) {
            case Trust.Offered.Taken taken -> "";
            case Trust.Offered.Known known -> "";
            case Trust.Offered.Refused(var reason) -> reason.name();
          };
      case LOG -> notes.hear(part.of(), part.text()) ? "" : "CHECKPOINT_REFUSED";
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
          switch (enclosures.land(from, part.of(), part.at(), part.bytes())) {
            case HERE -> "";
            case EARLY -> OUT_OF_TURN;
            case UNANNOUNCED -> "FILE_UNANNOUNCED";
          };
    };
  }
}

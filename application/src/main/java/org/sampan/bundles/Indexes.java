package org.sampan.bundles;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sampan.schemas.Schemas;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Opener;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.Reason;
import org.sampan.sealing.Sealer;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes and opens indexes by the keys and the list of this node.
@Component
class Indexes {

  private static final String NO_LIST =
      "This node has no trust list yet, and the volume brings none that its signers signed.";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LIFE = Duration.ofDays(365);

  private final Trust trust;
  private final Keyring keys;
  private final Schemas schemas;
  private final Clock clock;

  Indexes(Trust trust, Keyring keys, Schemas schemas, Clock clock) {
    this.trust = trust;
    this.keys = keys;
    this.schemas = schemas;
    this.clock = clock;
  }

  /// The key to which a volume for this node is sealed.
  ///
  /// @throws VolumeFile.Refused when there is none, or when nobody would believe what we pack
  PublicPart keyOf(String peer) throws VolumeFile.Refused {
    mayPack();
    Instant now = clock.instant();
    Optional<TrustedNode> node =
        trust.list().stream()
            .flatMap(list -> list.nodes().stream())
            .filter(one -> one.id().value().equals(peer) && !one.id().equals(trust.self()))
            .findFirst();
    if (node.isEmpty()) {
      throw new VolumeFile.Refused("The trust list names no node " + peer + " to write to.");
    }
    return trust
        .list()
        .flatMap(list -> list.sealingKey(node.get().id(), now))
        .orElseThrow(() ->
            new VolumeFile.Refused(
                node.get().status() == TrustedNode.Status.SUSPENDED
                    ? peer + " is suspended: nothing may go there."
                    : "The trust list holds no key of " + peer + " that opens letters now."));
  }

  private void mayPack() throws VolumeFile.Refused {
    Optional<TrustedNode> self = trust.list().flatMap(list -> list.node(trust.self()));
    if (self.filter(node -> node.mayOriginate(Bundles.KIND)).isEmpty()) {
      boolean suspended =
          self.filter(node -> node.status() == TrustedNode.Status.SUSPENDED).isPresent();
      throw new VolumeFile.Refused(
          suspended
              ? "This node is suspended: nobody believes what it packs."
              : "The trust list does not let this node send bundles: its kinds need "
                  + Bundles.KIND.name()
                  + ".");
    }
  }

  /// Whom a volume is for, the key it is sealed to, and which one it is.
  record To(String peer, PublicPart key, VolumeFile.Place place) {}

  /// The index of a volume, sealed.
  byte[] write(To to, Letter.Attachment contents) {
    return Sealer.seal(letter(to.peer(), to.place(), contents), keys.signing(), to.key()).bytes();
  }

  private Letter letter(String peer, VolumeFile.Place place, Letter.Attachment contents) {
    TrustLists.Trusted trusted = trust.current().orElseThrow();
    Instant now = clock.instant();
    Map<String, Object> body =
        Map.of("bundle", place.bundle().toString(), "volume", place.number(), "of", place.of());
    return new Letter(
        new Letter.Id(UuidCreator.getTimeOrderedEpoch()),
        new Letter.Route(trust.self(), new NodeId(peer), Bundles.KIND, null),
        new Letter.Order(new Letter.CaseId(UUID.randomUUID()), 1, null, 0),
        new Letter.Life(now, now.plus(LIFE), Letter.Urgency.ROUTINE),
        new Letter.Terms(
            Bundles.KIND.name(),
            new Letter.LegalBasis("sampan-exchange-1", Bundles.KIND.name()),
            new Letter.Handling(false, null, null),
            Letter.Consent.notNeeded()),
        new Letter.Actor("NODE", trust.self().value(), null),
        new Letter.Content(
            schemas.ours(Bundles.KIND, CanonicalJson.of(JSON.writeValueAsString(body))),
            schema(),
            List.of(contents)),
        new Letter.Knowledge(trusted.mark(), null));
  }

  private static Letter.Schema schema() {
    try (InputStream document = Indexes.class.getResourceAsStream("/schemas/sys.bundle-1.0.json")) {
      if (document == null) {
        throw new IllegalStateException("no schema of a bundle");
      }
      return new Letter.Schema(
          "urn:sampan:schema:sys.bundle:1.0", Digest.of(document.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The index if its sender is believed now.
  ///
  /// @throws VolumeFile.Refused with the sentence that says why not
  Index read(byte[] sealed) throws VolumeFile.Refused {
    Optional<TrustList> list = trust.list();
    if (list.isEmpty()) {
      throw new VolumeFile.Refused(NO_LIST, true);
    }
    return switch (Opener.open(sealed, keys.opening(), list.get(), trust.self(), clock.instant())) {
      case Checked.Valid<Opener.Opened>(Opener.Opened opened) -> index(opened.letter());
      case Checked.Refused<Opener.Opened>(Reason reason) ->
          throw new VolumeFile.Refused(why(reason), mayChange(reason));
    };
  }

  private Index index(Letter letter) throws VolumeFile.Refused {
    Index index = Index.of(letter);
    if (!(schemas.check(letter) instanceof Schemas.Fit.Fits)) {
      throw new VolumeFile.Refused("Its index does not say what an index says.");
    }
    return index;
  }

  /// The index as it stands, whoever wrote it: to look for a newer list in the volume, and for
  /// nothing else.
  ///
  /// @throws VolumeFile.Refused when it is not even for this node
  Index unproved(byte[] sealed) throws VolumeFile.Refused {
    return switch (Opener.unproved(sealed, keys.opening(), trust.self())) {
      case Checked.Valid<Letter>(Letter letter) -> Index.of(letter);
      case Checked.Refused<Letter>(Reason reason) -> throw new VolumeFile.Refused(why(reason));
    };
  }

  /// Whether a newer list might judge otherwise.
  private static boolean mayChange(Reason reason) {
    return switch (reason) {
      case SIGNER_UNKNOWN,
          TRUST_LIST_BEHIND,
          KEY_NOT_YET,
          KEY_EXPIRED,
          NODE_SUSPENDED,
          KIND_NOT_ALLOWED ->
          true;
      default -> false;
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
}

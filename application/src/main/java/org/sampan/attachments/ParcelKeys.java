package org.sampan.attachments;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.parcel.ParcelKey;
import org.sampan.vault.Spot;
import org.sampan.vault.Vault;
import org.springframework.stereotype.Component;

/// The keys of parcels, sealed: under the node's until it is known whose the file is, then hers.
@Component
class ParcelKeys {

  private final Vault vault;

  ParcelKeys(Vault vault) {
    this.vault = vault;
  }

  /// The key of its parcel, while the key it lies under is there.
  Optional<ParcelKey> of(Papers.Kept kept) {
    UUID person = kept.person();
    Spot spot = spot(kept.paper().id());
    @Nullable String text =
        person == null
            ? new String(vault.openForNode(spot, kept.sealed()), StandardCharsets.US_ASCII)
            : vault.open(person).open(person, spot, kept.sealed()).orElse(null);
    return Optional.ofNullable(text).map(ParcelKey::new);
  }

  byte[] forPerson(UUID paper, UUID person, ParcelKey key) {
    return vault.open(person).seal(person, spot(paper), key.text());
  }

  byte[] forNode(UUID paper, ParcelKey key) {
    return vault.sealForNode(spot(paper), key.text().getBytes(StandardCharsets.US_ASCII));
  }

  private static Spot spot(UUID id) {
    return new Spot("attachments.paper", "sealed", id);
  }
}

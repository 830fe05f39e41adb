package org.sampan.vault;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// The opened keys of some persons, for one piece of work; never kept longer.
public final class Keys {

  private final Map<UUID, SecretKey> keys;

  Keys(Map<UUID, SecretKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /// Whether this person's key still exists; without it nothing of hers opens.
  public boolean has(UUID person) {
    return keys.containsKey(person);
  }

  /// Seals a text for its spot under the person's key.
  ///
  /// @throws IllegalStateException when the person has no key
  public byte[] seal(UUID person, Spot spot, String clear) {
    return sealBytes(person, spot, clear.getBytes(StandardCharsets.UTF_8));
  }

  /// As [#seal], for bytes.
  public byte[] sealBytes(UUID person, Spot spot, byte[] clear) {
    SecretKey key = keys.get(person);
    if (key == null) {
      throw new IllegalStateException("the person has no key here: never admitted, or erased");
    }
    return Ciphers.seal(key, spot.bound(), clear);
  }

  /// The text sealed at this spot; none when there is none or the person was erased.
  ///
  /// @throws IllegalStateException when the value was altered or moved
  public Optional<String> open(UUID person, Spot spot, byte @Nullable [] sealed) {
    return openBytes(person, spot, sealed).map(clear -> new String(clear, StandardCharsets.UTF_8));
  }

  /// As [#open], for bytes.
  public Optional<byte[]> openBytes(UUID person, Spot spot, byte @Nullable [] sealed) {
    SecretKey key = keys.get(person);
    return key == null || sealed == null
        ? Optional.empty()
        : Optional.of(Ciphers.open(key, spot.bound(), sealed));
  }

  @Override
  public String toString() {
    return "Keys[" + keys.size() + "]";
  }
}

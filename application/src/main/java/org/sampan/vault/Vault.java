package org.sampan.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The front door of the vault.
@Component
public class Vault {

  private final NodeKey node;
  private final PersonKeys persons;
  private final Clock clock;

  Vault(
      @Value("${sampan.folder}") Path folder,
      @Value("${sampan.key-passphrase:#{null}}") @Nullable String passphrase,
      PersonKeys persons,
      Clock clock)
      throws IOException, GeneralSecurityException {
    this.node = NodeKey.in(folder, passphrase);
    this.persons = persons;
    this.clock = clock;
  }

  /// Gives a person her key, in the transaction that first writes of her. Doing it again changes
  /// nothing.
  @Transactional(propagation = Propagation.MANDATORY)
  public void admit(UUID person) {
    persons.add(person, Ciphers.wrap(node.wrapping(), Ciphers.newKey()), clock.instant());
  }

  /// Opens the keys of these persons; those erased or unknown are simply not among them.
  public Keys open(Collection<UUID> of) {
    Map<UUID, SecretKey> keys = new HashMap<>();
    persons
        .of(of)
        .forEach((person, wrapped) -> keys.put(person, Ciphers.unwrap(node.wrapping(), wrapped)));
    return new Keys(keys);
  }

  /// Opens one person's key.
  public Keys open(UUID person) {
    return open(List.of(person));
  }

  /// Destroys a person's key: what was sealed under it can never be read again. The caller writes
  /// the audit entry and takes her out of every index in memory.
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean erase(UUID person) {
    return persons.destroy(person);
  }

  /// A digest to find an exact value by, without storing it readably. Only for numbers that are
  /// hard to guess (passport, telephone, case number); equal values give equal digests.
  ///
  /// @param kind what the value is, so that equal numbers of different kinds differ
  /// @param normalised the value in the one way it is always written
  public byte[] blindIndex(String kind, String normalised) {
    return Ciphers.mac(node.index(), (kind + '|' + normalised).getBytes(StandardCharsets.UTF_8));
  }

  /// Seals a secret of the node itself (a second factor, a private key) for its spot.
  public byte[] sealForNode(Spot spot, byte[] clear) {
    return Ciphers.seal(node.wrapping(), spot.bound(), clear);
  }

  /// Opens a secret of the node itself.
  public byte[] openForNode(Spot spot, byte[] sealed) {
    return Ciphers.open(node.wrapping(), spot.bound(), sealed);
  }
}

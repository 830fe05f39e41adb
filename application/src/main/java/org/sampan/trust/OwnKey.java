package org.sampan.trust;

import java.security.PrivateKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.PublicPart;

/// One of this node's own key pairs.
///
/// @param until what the list in use said last of its end; none while no list holds it
record OwnKey(
    UUID id,
    PublicPart publicPart,
    PrivateKey privateKey,
    KeptIn keptIn,
    Instant made,
    @Nullable Instant until) {

  /// Where the private half lies.
  enum KeptIn {
    /// In the database, sealed under the node's key.
    VAULT,
    /// In a hardware token that never lets it out.
    TOKEN
  }

  PublicPart.Use use() {
    return publicPart.use();
  }

  @Override
  public String toString() {
    return "OwnKey[" + publicPart + " in " + keptIn + "]";
  }
}

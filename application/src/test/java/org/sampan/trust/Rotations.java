package org.sampan.trust;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.sampan.sealing.Notice;
import org.sampan.sealing.PublicPart;

/// What an administrator's page does to a node's keys, for tests of other capabilities.
public final class Rotations {

  private Rotations() {}

  /// New pairs of every use, beside the ones in use. Returns those that were there before.
  public static List<PublicPart> renew(Keyring keys) throws IOException {
    List<PublicPart> before = keys.publicParts();
    keys.renew();
    return before;
  }

  /// A node's own word that it is not to be believed, told to nobody yet.
  public static String suspension(Trust trust, Keyring keys, Instant now) {
    return Notice.sign(new Notice.Suspended(trust.self(), now), List.of(keys.signing()));
  }
}

package org.sampan.jobs.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.sampan.OperatorRefusal;
import org.sampan.jobs.Passphrase;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;

/// Makes what people begin with: a signer's key, the file of signers that nodes pin, a peer for
/// checks. Each tells what to do with it.
final class Making {

  private Making() {}

  /// A peer that is nobody's, for checks: its keys and its request.
  static String peer(Options options, Instant now) throws IOException {
    Path folder = Files.createDirectories(Path.of(options.word("folder")));
    Peer peer = Peer.named("reference");
    Options.write(folder.resolve("peer.json").toString(), peer.written().strip());
    TrustList asked =
        new TrustList(1, null, now, now.plus(TrustList.LONGEST_LIFE), List.of(peer.listed(now)));
    String request = folder.resolve("request.json").toString();
    Options.write(request, TrustLists.sign(asked, List.of(peer.signs())));
    return "Let the signers accept "
        + request
        + ", and put their list beside it as trust-list.json.\n";
  }

  /// A signer's key, in a file of its own.
  static String signer(Options options) throws IOException {
    String file = options.word("new file");
    char[] passphrase = Passphrase.chosen();
    try {
      SigningKey key = SigningKey.generate();
      Options.write(file, SignerKey.write(key, passphrase));
      return "Key " + key.kid() + " in " + file + ". Read its name aloud to each node.\n";
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  /// Who must sign: the file every node pins.
  static String signers(Options options) {
    List<PublicPart> pinned =
        options.words().stream().map(file -> SignerKey.publicHalf(Options.read(file))).toList();
    int needed = Options.number(options.needed("--needed"));
    try {
      TrustLists.Anchor anchor = new TrustLists.Anchor(pinned, needed);
      Options.write(
          options.needed("--out"),
          "{\"needed\":"
              + anchor.needed()
              + ",\"signers\":["
              + anchor.signers().stream().map(PublicPart::toJwk).collect(Collectors.joining(","))
              + "]}");
    } catch (IllegalArgumentException refused) {
      throw new OperatorRefusal("Name each signer once, and need no more than there are.");
    }
    return "%d of %d sign a list.%n".formatted(needed, pinned.size());
  }
}

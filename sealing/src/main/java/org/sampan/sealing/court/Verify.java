package org.sampan.sealing.court;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.TrustLists;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `./sampan verify FILE --signers FILE`: the off-line verifier. It reads two files and prints one
/// answer; it needs this module, Nimbus JOSE and Jackson, no node and no net.
///
/// It ends with 0 for VALID, 1 for INVALID, 2 when it cannot be asked so.
public final class Verify {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Verify() {}

  /// The command.
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /// The command, with its outcome as a number.
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (!arguments.isEmpty() && arguments.getFirst().equals("log")) {
      return VerifyLog.run(arguments.subList(1, arguments.size()), out, err);
    }
    boolean asked = arguments.size() == 3 && arguments.get(1).equals("--signers");
    if (!asked) {
      err.println(
          "Say which file, and whose signatures count: verify FILE --signers signers.json."
              + " The second file comes from somebody you trust, never with the first."
              + " For a log: verify log FOLDER --signers signers.json.");
      return 2;
    }
    Optional<String> bundle = read(arguments.get(0), err);
    Optional<TrustLists.Anchor> anchor = read(arguments.get(2), err).flatMap(Verify::anchor);
    if (bundle.isEmpty()) {
      return 2;
    }
    if (anchor.isEmpty()) {
      err.println(arguments.get(2) + " is not a file of signers.");
      return 2;
    }
    Report report = Examination.of(bundle.get(), anchor.get());
    out.print(report);
    out.println("Signers' fingerprint: " + fingerprint(anchor.get()));
    out.flush();
    return report.valid() ? 0 : 1;
  }

  /// What two people compare by voice or on paper: the start of SHA-256 over the signers' names.
  public static String fingerprint(TrustLists.Anchor anchor) {
    List<String> names = anchor.signers().stream().map(PublicPart::kid).sorted().toList();
    String hex = Digest.of(anchor.needed() + " " + String.join(" ", names)).hex();
    return hex.substring(0, 32).replaceAll("(.{4})(?!$)", "$1 ");
  }

  /// Reads `{"needed": 1, "signers": [{jwk}, ...]}`; empty for anything else.
  static Optional<TrustLists.Anchor> anchor(String text) {
    try {
      JsonNode tree = JSON.readTree(CanonicalJson.of(text).text());
      List<PublicPart> signers =
          tree.path("signers").values().stream()
              .map(jwk -> PublicPart.fromJwk(jwk.toString()))
              .toList();
      return Optional.of(new TrustLists.Anchor(signers, tree.path("needed").asInt(0)));
    } catch (JacksonException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  static Optional<String> read(String name, PrintStream err) {
    try {
      Path file = Path.of(name);
      if (Files.size(file) > CourtBundle.MOST) {
        err.println(name + " is longer than any bundle.");
        return Optional.empty();
      }
      // Latin-1 reads every byte as a character, so that no two files read the same.
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException | java.nio.file.InvalidPathException unreadable) {
      err.println(name + " cannot be read.");
      return Optional.empty();
    }
  }
}

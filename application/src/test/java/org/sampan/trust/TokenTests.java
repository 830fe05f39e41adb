package org.sampan.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.Checked;
import org.sampan.sealing.DecryptionKey;
import org.sampan.sealing.Digest;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;

/// Keys in a hardware module, played by SoftHSM (Debian's softhsm2) in a process of its own,
/// because it reads where its tokens lie from the environment.
class TokenTests {

  private static final Path LIBRARY =
      List.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
          .stream()
          .map(Path::of)
          .filter(Files::exists)
          .findFirst()
          .orElse(Path.of("/usr/lib/softhsm/libsofthsm2.so"));

  @BeforeAll
  static void softHsmIsHere() {
    Assumptions.assumeTrue(
        Files.exists(LIBRARY), "skipped: no SoftHSM here (apt-get install softhsm2)");
  }

  @Test
  void a_key_made_in_the_token_signs_opens_and_never_leaves() throws Exception {
    Path folder = Files.createTempDirectory("sampan-token");
    Path tokens = Files.createDirectory(folder.resolve("tokens"));
    Path settings = folder.resolve("softhsm2.conf");
    Files.writeString(
        settings, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    Path configuration = folder.resolve("pkcs11.conf");
    Files.writeString(
        configuration, "name = SoftHsmInTest\nlibrary = " + LIBRARY + "\nslotListIndex = 0\n");
    run(
        settings,
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "sampan",
        "--so-pin",
        "1234567",
        "--pin",
        "123456");

    String said =
        run(
            settings,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            TokenTests.class.getName(),
            configuration.toString());

    assertThat(said.lines()).contains("signs", "opens", "stays", "is found again", "is destroyed");
  }

  /// What the test does in the process that has the token.
  public static void main(String[] arguments) throws Exception {
    Path configuration = Path.of(arguments[0]);
    Token token = new Token(configuration, "123456");
    Instant now = Instant.EPOCH.plusSeconds(1_790_000_000L);
    UUID signs = UuidCreator.getTimeOrderedEpoch();
    UUID opens = UuidCreator.getTimeOrderedEpoch();
    OwnKey signing = token.make(signs, PublicPart.Use.SIGN, now);
    OwnKey opening = token.make(opens, PublicPart.Use.ENCRYPT, now);

    SigningKey key = new SigningKey(signing.publicPart(), signing.privateKey());
    String list =
        TrustLists.sign(new TrustList(1, null, now, now.plusSeconds(60), List.of()), List.of(key));
    if (TrustLists.check(list, new TrustLists.Anchor(List.of(signing.publicPart()), 1), null, now)
        instanceof Checked.Valid<TrustLists.Trusted>) {
      System.out.println("signs");
    }
    if (Letters.travels(new DecryptionKey(opening.publicPart(), opening.privateKey()), key, now)) {
      System.out.println("opens");
    }
    if (signing.privateKey().getEncoded() == null && opening.privateKey().getEncoded() == null) {
      System.out.println("stays");
    }
    Token again = new Token(configuration, "123456");
    if (new SigningKey(signing.publicPart(), again.find(signs)).kid().equals(key.kid())) {
      System.out.println("is found again");
    }
    token.destroy(opens);
    assertThatIllegalStateException().isThrownBy(() -> token.find(opens));
    System.out.println("is destroyed");
    System.out.println(Digest.of("done"));
  }

  private static String run(Path settings, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", settings.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}

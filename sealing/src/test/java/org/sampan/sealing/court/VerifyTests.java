package org.sampan.sealing.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The verifier as a court runs it: a process of its own with this module, Nimbus and Jackson, and
/// nothing else.
class VerifyTests {

  @TempDir Path folder;

  @Test
  void it_answers_in_a_process_with_nothing_but_sealing_nimbus_and_jackson() throws Exception {
    Path honest = write("honest.txt", new CourtCase(11).bundle().write());
    Path forged = write("forged.txt", LogForgery.WORDS_OF_AN_ENTRY.of(new CourtCase(12)));
    Path signers =
        write(
            "signers.json",
            "{\"needed\":1,\"signers\":[" + CourtCase.SECRETARIAT.publicPart().toJwk() + "]}");

    Said valid = verify(honest.toString(), "--signers", signers.toString());
    Said invalid = verify(forged.toString(), "--signers", signers.toString());
    Said missing = verify(honest.toString());
    Said strange = verify(honest.toString(), "--signers", honest.toString());

    assertThat(valid.text()).startsWith("VALID\n").contains("fingerprint");
    assertThat(invalid.text()).startsWith("INVALID\n").contains("NO");
    assertThat(List.of(valid.code(), invalid.code(), missing.code(), strange.code()))
        .isEqualTo(List.of(0, 1, 2, 2));
    assertThat(missing.text()).contains("--signers");
  }

  private record Said(int code, String text) {}

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
  }

  private static Said verify(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath()));
    command.add("org.sampan.sealing.court.Verify");
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  /// Of what this test runs with: our classes, Nimbus and Jackson.
  private static String classPath() throws Exception {
    List<String> kept = new ArrayList<>();
    kept.add(place(Verify.class));
    kept.add(place(com.nimbusds.jose.JWSHeader.class));
    kept.add(place(tools.jackson.databind.json.JsonMapper.class));
    kept.add(place(tools.jackson.core.JsonParser.class));
    kept.add(place(com.fasterxml.jackson.annotation.JsonProperty.class));
    return String.join(System.getProperty("path.separator"), kept);
  }

  private static String place(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}

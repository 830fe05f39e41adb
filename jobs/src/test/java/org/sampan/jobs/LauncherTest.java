package org.sampan.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands as an operator meets them: processes, signals, ports and exit codes.
class LauncherTest {

  private static final int PREFERRED = DemoCountry.THAILAND.port();

  @TempDir Path home;
  private final List<Process> started = new ArrayList<>();

  /// What a command said and how it ended.
  record Outcome(int code, String said) {}

  @AfterEach
  void nothing_stays() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void an_unknown_command_is_explained_and_exits_with_2() throws Exception {
    Outcome outcome = end(run(Map.of(), List.of("sh", "../sampan", "sail")), "");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.said()).contains("does not know 'sail'", "./sampan demo");
  }

  @Test
  void serve_without_settings_says_in_one_line_what_is_missing() throws Exception {
    Outcome outcome = end(sampan("serve"), "");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.said().strip())
        .startsWith("Not set: SAMPAN_NODE, SAMPAN_COUNTRY, SAMPAN_NAME;")
        .doesNotContain("\n");
  }

  @Test
  void the_demo_stops_with_all_it_started_and_finds_its_data_again() throws Exception {
    try (AutoCloseable busy = taken(PREFERRED)) {
      Process demo = demo();

      assertThat(said(demo)).doesNotContain("127.0.0.1:" + PREFERRED);
      assertThat(end(sampan("code", "malee"), "").said().strip()).matches("[0-9]{6}");
      assertThat(end(sampan("code", "nobody"), "").code()).isEqualTo(1);
      assertThat(backUpBesideIt().code()).isZero();
      interrupt(demo);
      assertThat(demo.exitValue()).isEqualTo(130);
      assertThat(ours()).isEmpty();
    }
    List<Sheet> people = Sheet.read(DemoCountry.THAILAND.folder(home));
    Process again = demo();
    Pages pages = new Pages(addressIn(said(again)));
    Rehearsal.signIn(pages, people.getFirst());
    assertThat(pages.path()).isEqualTo("/");
    interrupt(again);
    assertThat(ours()).isEmpty();
  }

  /// Holds the port, unless another program does already.
  private static AutoCloseable taken(int port) {
    try {
      return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    } catch (IOException already) {
      return () -> {};
    }
  }

  private Outcome backUpBesideIt() throws Exception {
    Map<String, String> settings =
        Map.of(
            "SAMPAN_NODE", "th",
            "SAMPAN_COUNTRY", "TH",
            "SAMPAN_NAME", "Thailand",
            "SAMPAN_FOLDER", DemoCountry.THAILAND.folder(home).toString());
    Process backup = run(settings, launcher("backup", home.resolve("th.copy").toString()));
    return end(backup, "a recovery passphrase\n");
  }

  private Process demo() throws Exception {
    Process demo = sampan("demo");
    for (int tenths = 0; tenths < 6000 && demo.isAlive(); tenths++) {
      if (said(demo).contains("Ctrl-C stops it")) {
        return demo;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the demo did not start: " + said(demo));
  }

  /// Ctrl-C in a terminal reaches the whole group of processes.
  private static void interrupt(Process demo) throws Exception {
    new ProcessBuilder("kill", "-INT", "--", "-" + demo.pid()).start().waitFor();
    assertThat(demo.waitFor(600, TimeUnit.SECONDS)).isTrue();
  }

  private List<String> ours() throws IOException {
    String folder = home.toRealPath().toString();
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .map(process -> lineAndEnvironment(process.pid()))
        .filter(line -> line.contains(folder))
        .toList();
  }

  // A node of the demo names its folder in its environment alone.
  private static String lineAndEnvironment(long pid) {
    try {
      String environment = Files.readString(Path.of("/proc/" + pid + "/environ"));
      return Files.readString(Path.of("/proc/" + pid + "/cmdline")) + environment;
    } catch (IOException goneOrNotOurs) {
      return "";
    }
  }

  private static String addressIn(String said) {
    return said.lines()
        .filter(line -> line.startsWith("Thailand"))
        .map(line -> line.substring(line.indexOf("http")))
        .findFirst()
        .orElseThrow();
  }

  private Process sampan(String... arguments) throws IOException {
    return run(Map.of(), launcher(arguments));
  }

  private static List<String> launcher(String... arguments) {
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", "setsid"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Launcher.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  private Process run(Map<String, String> environment, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SAMPAN_"));
    builder.environment().put("SAMPAN_DEMO", home.toRealPath().toString());
    builder.environment().putAll(environment);
    Path output = home.resolve("output-" + started.size());
    builder.redirectOutput(output.toFile());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private String said(Process process) throws IOException {
    return Files.readString(home.resolve("output-" + started.indexOf(process)));
  }

  private Outcome end(Process process, String input) throws Exception {
    try (var typed = process.outputWriter()) {
      typed.write(input);
    } catch (IOException itNeverAsked) {
      assertThat(process.isAlive()).isFalse();
    }
    assertThat(process.waitFor(600, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), said(process));
  }
}

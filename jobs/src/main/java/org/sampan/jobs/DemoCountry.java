package org.sampan.jobs;

import com.ibm.icu.util.ULocale;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.sampan.web.Language;

/// The two nodes of the demo.
enum DemoCountry {
  THAILAND("th", "TH", "Thailand", 8441),
  CAMBODIA("kh", "KH", "Cambodia", 8442);

  private final String node;
  private final String country;
  private final String title;
  private final int port;

  DemoCountry(String node, String country, String title, int port) {
    this.node = node;
    this.country = country;
    this.title = title;
    this.port = port;
  }

  /// The one whose node has this identifier.
  static DemoCountry of(String node) {
    return node.equals("th") ? THAILAND : CAMBODIA;
  }

  String node() {
    return node;
  }

  String country() {
    return country;
  }

  String title() {
    return title;
  }

  /// What it is called in each of the seven languages, by tag.
  Map<String, String> names() {
    return Arrays.stream(Language.values())
        .collect(
            Collectors.toMap(
                Language::tag, one -> ULocale.getDisplayCountry("und-" + country, one.tag())));
  }

  /// The port it prefers; the next free one is taken when that is busy.
  int port() {
    return port;
  }

  /// Where all of the demo lives: `.sampan` in the project, or what SAMPAN_DEMO names.
  static Path home() {
    String named = System.getenv("SAMPAN_DEMO");
    return Path.of(named == null || named.isBlank() ? ".sampan" : named).toAbsolutePath();
  }

  /// The port it prefers for other nodes.
  int peerPort() {
    return port + 1000;
  }

  Path folder(Path home) {
    return home.resolve(node);
  }
}

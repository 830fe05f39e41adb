package org.sampan;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an operator sets, each with one name in the environment and in a file of settings. A test
/// holds the table in guides/operators.md to this list.
public enum Setting {
  /// The node's identifier in the trust list.
  NODE("sampan.node", null, "[a-z][a-z0-9-]{1,39}", "2 to 40 of a-z, 0-9 and hyphen, as th"),
  /// The country's two letters.
  COUNTRY("sampan.country", null, "[A-Z]{2}", "the country's two letters, as TH"),
  /// The name in the header of every page.
  NAME("sampan.name", null, ".{1,60}", "a name of at most 60 characters, as Thailand"),
  /// The node's own folder: keys, bundled database, marks.
  FOLDER("sampan.folder", "~/.sampan", ".+", "a folder"),
  /// The port it listens on.
  PORT("server.port", "8440", "[1-9][0-9]{1,4}", "a port, 10 to 65535"),
  /// The network address it listens on.
  LISTEN("server.address", "127.0.0.1", "[0-9a-fA-F.:]+", "an address of this machine"),
  /// The node's own base address, as people and other nodes reach it.
  ADDRESS("sampan.address", "", "https?://[^/?#\\s]+", "an address, as https://sampan.example.org"),
  /// The port other nodes knock at; without it this node only calls out.
  PEER_PORT("sampan.peer-port", "", "[1-9][0-9]{1,4}", "a port, 10 to 65535"),
  /// The network address of that port.
  PEER_LISTEN("sampan.peer-listen", "127.0.0.1", "[0-9a-fA-F.:]+", "an address of this machine"),
  /// Where other nodes reach that port.
  PEER_ADDRESS(
      "sampan.peer-address",
      "",
      "https://[^/?#\\s]+",
      "an address, as https://node.example.org:8450"),
  /// Whether nodes on this same machine may speak without TLS: for tests only.
  PLAIN_PEERS("sampan.plain-peers", "false", "true|false", "true or false"),
  /// An outside PostgreSQL; without it the bundled one runs.
  DATABASE_URL("sampan.database.url", "", "jdbc:postgresql:.+", "jdbc:postgresql://host/database"),
  /// Who owns that database.
  DATABASE_OWNER("sampan.database.owner", "", ".+", "a name"),
  /// The owner's password.
  DATABASE_PASSWORD("sampan.database.password", "", ".+", "a password"),
  /// The password the running node logs in with.
  DATABASE_NODE_PASSWORD("sampan.database.node-password", "", ".+", "a password"),
  /// What opens the node's key file, when it is not to be kept beside it.
  KEY_PASSPHRASE("sampan.key-passphrase", "", ".{12,}", "at least 12 characters"),
  /// A hardware module for the node's keys: the JDK's PKCS#11 configuration.
  TOKEN("sampan.token", "", ".+", "a file"),
  /// What opens that module.
  TOKEN_PIN("sampan.token-pin", "", ".{4,}", "at least 4 characters"),
  /// The signed list of nodes.
  TRUST("sampan.trust", "", ".+", "a file"),
  /// Who signs that list.
  TRUST_SIGNERS("sampan.trust-signers", "", ".+", "a file"),
  /// Where the way out of a page leads.
  WAY_OUT("sampan.way-out", "", "https://\\S+", "an address that begins with https://"),
  /// Whether a node without people prints a link for its first administrator.
  FIRST_ADMINISTRATOR("sampan.first-administrator", "true", "true|false", "true or false");

  private final String property;
  private final @Nullable String usual;
  private final Pattern form;
  private final String inWords;

  Setting(String property, @Nullable String usual, String form, String inWords) {
    this.property = property;
    this.usual = usual;
    this.form = Pattern.compile(form);
    this.inWords = inWords;
  }

  /// Its name in the environment and in a file.
  public String variable() {
    return "SAMPAN_" + name();
  }

  /// Whether a node cannot start without it.
  boolean needed() {
    return usual == null;
  }

  /// Its name inside the application.
  String property() {
    return property;
  }

  /// What holds when it is not set; empty for nothing.
  String usual() {
    return this == FOLDER
        ? Path.of(System.getProperty("user.home"), ".sampan").toString()
        : usual == null ? "" : usual;
  }

  /// The value as the application reads it.
  ///
  /// @throws OperatorRefusal when it has not the form; the value itself is never repeated
  String checked(String value) {
    boolean right = form.matcher(value).matches();
    if (!right || ((this == PORT || this == PEER_PORT) && Integer.parseInt(value) > 65_535)) {
      throw new OperatorRefusal(variable() + " must be " + inWords + ".");
    }
    return this == FOLDER || this == TRUST || this == TRUST_SIGNERS || this == TOKEN
        ? Path.of(value).toAbsolutePath().normalize().toString()
        : value;
  }

  /// The setting an operator may have meant by a name that is none.
  static String nearest(String unknown) {
    String wanted = unknown.toUpperCase(Locale.ROOT);
    Setting best = NODE;
    int least = Integer.MAX_VALUE;
    for (Setting setting : values()) {
      int away = distance(wanted, setting.variable());
      if (away < least) {
        least = away;
        best = setting;
      }
    }
    return least <= 3 ? "; " + best.variable() + " is" : "";
  }

  /// Levenshtein's distance: letters to put in, take out or change.
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = corner + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}

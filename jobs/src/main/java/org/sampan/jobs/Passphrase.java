package org.sampan.jobs;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sampan.OperatorRefusal;
import org.sampan.database.NodeArchive;

/// The recovery passphrase of a backup: typed unseen on the terminal, or the first line of what is
/// piped in. It is never an argument or a variable, where other programs could read it.
public final class Passphrase {

  private Passphrase() {}

  /// A new one, typed twice at a terminal.
  public static char[] chosen() throws IOException {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return firstLine(System.in);
    }
    System.out.println(
        "Choose a recovery passphrase of at least %d characters and keep it apart from the file."
            .formatted(NodeArchive.SHORTEST_PASSPHRASE));
    System.out.println("Without it nobody can read the file, not even who wrote it.");
    char[] first = unseen(console, "Passphrase: ");
    char[] second = unseen(console, "Once more: ");
    boolean alike = Arrays.equals(first, second);
    Arrays.fill(second, '\0');
    if (!alike) {
      Arrays.fill(first, '\0');
      throw new OperatorRefusal("The two are not alike; nothing was written.");
    }
    return first;
  }

  /// The one that was chosen.
  public static char[] asked() throws IOException {
    Console console = System.console();
    return console == null || !console.isTerminal()
        ? firstLine(System.in)
        : unseen(console, "Passphrase: ");
  }

  private static char[] unseen(Console console, String prompt) {
    char[] typed = console.readPassword("%s", prompt);
    if (typed == null) {
      throw new OperatorRefusal("No passphrase was given.");
    }
    return typed;
  }

  static char[] firstLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      if (next != '\r') {
        line.write(next);
      }
      next = in.read();
    }
    if (line.size() == 0) {
      throw new OperatorRefusal("No passphrase was given: it is the first line of the input.");
    }
    var letters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(line.toByteArray()));
    char[] passphrase = new char[letters.length()];
    letters.get(passphrase);
    return passphrase;
  }
}

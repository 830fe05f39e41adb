package org.sampan.sealing.court;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sampan.sealing.TrustLists;

/// `./sampan verify log FOLDER|ADDRESS --signers FILE [--last FILE] [--lists FILE] [--with
/// FOLDER]`: the ten checks of a log. It uses the net only for an address.
final class VerifyLog {
  private static final Set<String> OPTIONS = Set.of("--signers", "--last", "--lists", "--with");
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final long MOST_OF_A_FILE = 1L << 30;
  private static final int PATIENCE = 20_000;

  private VerifyLog() {}

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    Map<String, String> given = new HashMap<>();
    boolean readable = arguments.size() % 2 == 1;
    for (int at = 1; readable && at < arguments.size(); at += 2) {
      readable = OPTIONS.contains(arguments.get(at));
      given.put(arguments.get(at), arguments.get(at + 1));
    }
    String signers = given.get("--signers");
    if (!readable || signers == null) {
      err.println(
          "verify log FOLDER or ADDRESS, --signers signers.json,"
              + " and if you have them --last FILE --lists FILE --with FOLDER");
      return 2;
    }
    Optional<TrustLists.Anchor> anchor = Verify.read(signers, err).flatMap(Verify::anchor);
    if (anchor.isEmpty()) {
      err.println(signers + " is not a file of signers.");
      return 2;
    }
    Optional<String> last =
        Optional.ofNullable(given.get("--last")).flatMap(name -> note(Path.of(name)));
    Optional<LogFolder> other =
        Optional.ofNullable(given.get("--with")).map(name -> new LogFolder(files(name)));
    Function<String, Optional<byte[]>> files = files(arguments.getFirst());
    String lists = given.get("--lists");
    LogFolder folder =
        new LogFolder(name ->
            name.equals("lists") && lists != null ? file(Path.of(lists)) : files.apply(name));
    Report report = LogExamination.of(folder, new LogExamination.Known(anchor.get(), last, other));
    out.print(report);
    out.println("Signers' fingerprint: " + Verify.fingerprint(anchor.get()));
    out.flush();
    return report.valid() ? 0 : 1;
  }

  private static Optional<String> note(Path file) {
    return file(file).map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
  }

  private static Function<String, Optional<byte[]>> files(String where) {
    if (where.startsWith("http://") || where.startsWith("https://")) {
      return name -> fetched(URI.create(where.endsWith("/") ? where + name : where + "/" + name));
    }
    return name -> file(Path.of(where).resolve(name));
  }

  private static Optional<byte[]> file(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      // What is too long to read is not absent: then its checks would be passed over.
      if (Files.size(file) > MOST_OF_A_FILE) {
        throw new IllegalArgumentException("a file of the log is too long");
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> fetched(URI address) {
    try {
      URLConnection connection = address.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE);
      connection.setReadTimeout(PATIENCE);
      try (InputStream in = connection.getInputStream()) {
        return Optional.of(in.readNBytes(MOST_BYTES));
      }
    } catch (IOException unreachable) {
      return Optional.empty();
    }
  }
}

package org.sampan.jobs.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sampan.Node;
import org.sampan.OperatorRefusal;
import org.sampan.Settings;
import org.sampan.jobs.Passphrase;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Notice;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Signers;

/// `./sampan node ...`: joining, and what signers do.
public final class NodeCommand {

  private static final String USAGE =
      """
      ./sampan node join [--settings FILE]                 ask to be listed: the request and what to read aloud
      ./sampan node signer FILE                            make a signer's key
      ./sampan node signers KEY ... --needed M --out FILE  who must sign: the file every node pins
      ./sampan node show FILE                              what a list, a request or a notice says
      ./sampan node accept REQUEST ... --signer KEY --out FILE [--status active] [--kinds a,b]
      ./sampan node stand NODE --status probation|active|suspended --signer KEY --out FILE
      ./sampan node renew --signer KEY --out FILE
               --list LIST --signers FILE                  the list in force, which each of the three goes on from;
                                                           it must be signed as the nodes demand it
               --days N                                    how long the next one lasts, 30 unless said
      ./sampan node sign FILE --signer KEY --out FILE      one signature more, on a list or a notice
      ./sampan node revoke NODE KID --signer KEY --out FILE
      ./sampan node peer FOLDER                            keys of a peer on probation, and its request
      ./sampan node check URL --as FOLDER [--out FILE]     a node against the rules of the exchange
      """;
  private static final Set<String> KNOWN =
      Set.of(
          "--as",
          "--signer",
          "--signers",
          "--out",
          "--list",
          "--status",
          "--kinds",
          "--needed",
          "--days",
          "--since");
  private static final Duration USUAL_LIFE = Duration.ofDays(30);

  private NodeCommand() {}

  /// Runs one of them and returns the exit code.
  ///
  /// @throws OperatorRefusal for a mistake in the command
  public static int run(List<String> arguments) throws IOException {
    String command = arguments.isEmpty() ? "" : arguments.getFirst();
    List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
    Instant now = Clock.systemUTC().instant();
    return switch (command) {
      case "join" -> join(rest);
      case "signer" -> say(Making.signer(Options.of(rest, KNOWN)));
      case "signers" -> say(Making.signers(Options.of(rest, KNOWN)));
      case "show" -> say(Shown.of(Options.read(Options.of(rest, KNOWN).word("file"))));
      case "accept" -> accept(Options.of(rest, KNOWN), now);
      case "stand" -> stand(Options.of(rest, KNOWN), now);
      case "renew" -> {
        Options options = Options.of(rest, KNOWN);
        yield sign(next(options, now).renewed(), options);
      }
      case "sign" -> sign(Options.of(rest, KNOWN));
      case "revoke" -> revoke(Options.of(rest, KNOWN), now);
      case "peer" -> say(Making.peer(Options.of(rest, KNOWN), now));
      case "check" -> Check.run(Options.of(rest, KNOWN), now);
      default -> throw new OperatorRefusal(USAGE.strip());
    };
  }

  /// The request lies in the node's folder once it has started; if it never has, it starts for the
  /// while it takes to make its keys.
  private static int join(List<String> arguments) {
    Settings settings = Settings.read(arguments, System.getenv());
    Path request = settings.node().folder().resolve("join-request.json");
    if (!Files.exists(request)) {
      System.err.println("Making the keys of " + settings.node().node() + " ...");
      Node.start(settings, List.of()).close();
    }
    System.out.print(Shown.of(Options.read(request.toString())));
    System.out.println(
        "Send " + request + " to two signers, and read the fingerprint to each of them by voice.");
    return 0;
  }

  private static int accept(Options options, Instant now) throws IOException {
    if (options.words().isEmpty()) {
      throw new OperatorRefusal("Name one request, or several.");
    }
    TrustedNode.Status status = status(options.given("--status").orElse("probation"));
    List<String> kinds =
        options
            .given("--kinds")
            .map(given -> List.of(given.split(",")))
            .orElse(
                status == TrustedNode.Status.ACTIVE
                    ? NextList.ACTIVE_KINDS
                    : NextList.PROBATION_KINDS);
    List<TrustedNode> asked =
        options.words().stream()
            .map(file -> NextList.request(Options.read(file)).nodes().getFirst())
            .toList();
    return sign(next(options, now).with(asked, status, kinds), options);
  }

  private static int stand(Options options, Instant now) throws IOException {
    NodeId node = new NodeId(options.word("node"));
    return sign(next(options, now).standing(node, status(options.needed("--status"))), options);
  }

  private static int sign(TrustList list, Options options) throws IOException {
    System.out.print(Shown.list(list, List.of()));
    Options.write(options.needed("--out"), TrustLists.sign(list, List.of(key(options))));
    return say("Signed into " + options.needed("--out") + ".\n");
  }

  private static int sign(Options options) throws IOException {
    String text = Options.read(options.word("file"));
    System.out.print(Shown.of(text));
    SigningKey key = key(options);
    Options.write(
        options.needed("--out"),
        isNotice(text) ? Notice.addSignature(text, key) : TrustLists.addSignature(text, key));
    return say("Signed into " + options.needed("--out") + ".\n");
  }

  private static boolean isNotice(String text) {
    try {
      Notice.unproved(text);
      return true;
    } catch (IllegalArgumentException list) {
      return false;
    }
  }

  private static int revoke(Options options, Instant now) throws IOException {
    if (options.words().size() != 2) {
      throw new OperatorRefusal("Name the node and the key's name, as ./sampan node show says it.");
    }
    Instant since = options.given("--since").map(Instant::parse).orElse(now);
    Notice notice =
        new Notice.Revoked(
            new NodeId(options.words().getFirst()), options.words().getLast(), since, now);
    String text = Notice.sign(notice, List.of(key(options)));
    System.out.print(Shown.of(text));
    Options.write(options.needed("--out"), text);
    return say("Signed into " + options.needed("--out") + "; hand it to any node.\n");
  }

  private static NextList next(Options options, Instant now) {
    @Nullable TrustList before =
        options
            .given("--list")
            .map(file -> NextList.inForce(Options.read(file), anchor(options), now))
            .orElse(null);
    long days = options.given("--days").map(Options::number).orElse((int) USUAL_LIFE.toDays());
    return new NextList(before, now, Duration.ofDays(days));
  }

  private static TrustLists.Anchor anchor(Options options) {
    return Signers.read(Path.of(options.needed("--signers")))
        .orElseThrow(() -> new OperatorRefusal("That is no file of signers."));
  }

  private static SigningKey key(Options options) throws IOException {
    String file = options.needed("--signer");
    return SignerKey.read(Options.read(file), Passphrase.asked());
  }

  private static TrustedNode.Status status(String word) {
    try {
      return TrustedNode.Status.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException other) {
      throw new OperatorRefusal("--status is probation, active or suspended.");
    }
  }

  private static int say(String text) {
    System.out.print(text);
    return 0;
  }
}

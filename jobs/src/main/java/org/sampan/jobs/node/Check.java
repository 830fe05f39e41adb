package org.sampan.jobs.node;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sampan.OperatorRefusal;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Line;

/// `./sampan node check URL --as FOLDER`: knocks at a node as a peer on probation would, keeps to
/// the rules and breaks them, and says which the node keeps.
///
/// The folder holds `peer.json` (the peer's keys) and `trust-list.json` (the list the node goes by,
/// on which the peer stands). What the node takes are letters of kind `sys.test`; nothing personal
/// is in them.
public final class Check {

  private Check() {}

  /// Every rule that is checked.
  static List<Rule> rules() {
    return Stream.of(
            TableRules.all(),
            CoverRules.all(),
            LetterRules.all(),
            OrderRules.all(),
            AnswerRules.all(),
            FileRules.all(),
            DoorRules.all())
        .flatMap(List::stream)
        .toList();
  }

  /// Runs it, writes the report, and gives 0 when every rule is kept, 1 otherwise.
  static int run(Options options, Instant now) {
    URI node = address(options.word("address"));
    Path folder = Path.of(options.needed("--as"));
    List<Rule.Finding> findings = findings(bench(node, folder, now));
    System.out.print(CheckReport.text(node, findings));
    options
        .given("--out")
        .ifPresent(file -> Options.write(file, CheckReport.page(node, now, findings)));
    return findings.stream().allMatch(Rule.Finding::kept) ? 0 : 1;
  }

  /// Puts a node through every rule and gives the rules it breaks, by name.
  ///
  /// @param folder with the peer's keys and the list
  public static List<String> broken(URI node, Path folder, Instant now) {
    return findings(bench(node, folder, now)).stream()
        .filter(finding -> !finding.kept())
        .map(finding -> finding.rule().id() + ": " + finding.wrong())
        .toList();
  }

  /// Whether a node breaks this one rule.
  static boolean breaks(URI node, Path folder, Instant now, String rule) {
    Bench bench = bench(node, folder, now);
    return rules().stream()
        .filter(one -> one.id().equals(rule))
        .map(one -> one.on(bench))
        .anyMatch(finding -> !finding.kept());
  }

  static List<Rule.Finding> findings(Bench bench) {
    return rules().stream().map(rule -> rule.on(bench)).toList();
  }

  private static Bench bench(URI node, Path folder, Instant now) {
    Peer peer = Peer.read(folder.resolve("peer.json"));
    String text = Options.read(folder.resolve("trust-list.json").toString());
    TrustList list = TrustLists.unproved(text);
    Letter.ListMark mark = TrustLists.mark(list);
    return new Bench(
        peer,
        named(list, node),
        new TrustLists.Trusted(list, mark),
        text,
        new Wire(node, peer, now),
        now);
  }

  private static NodeId named(TrustList list, URI address) {
    Optional<TrustedNode> found =
        list.nodes().stream().filter(node -> isAt(node.endpoint(), address)).findFirst();
    return found
        .map(TrustedNode::id)
        .orElseThrow(() -> new OperatorRefusal("The list names no node at " + address + "."));
  }

  private static boolean isAt(@Nullable URI endpoint, URI address) {
    return endpoint != null && Line.at(endpoint, "/").equals(Line.at(address, "/"));
  }

  private static URI address(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException malformed) {
      throw new OperatorRefusal(text + " is no address.");
    }
  }
}

package org.sampan.jobs.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.Statement;

/// Files beside letters, which a node that nobody can call fetches: what is not under way to
/// whoever asks is not there, and who may not ask finds nothing.
final class FileRules {

  private static final String NONE = Digest.of("no file that anybody sends").hex();

  private FileRules() {}

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    rules.add(
        rule(
            "unasked",
            "Without a statement no file is given.",
            bench -> bench.wire.get(path(), "Accept", "application/octet-stream")));
    rules.add(
        rule(
            "stranger",
            "A stranger's statement gets no file.",
            bench -> get(bench, said(bench, bench.node, Duration.ZERO), SigningKey.generate())));
    rules.add(
        rule(
            "unknown",
            "A file that is not under way to whoever asks is not there.",
            bench -> get(bench, said(bench, bench.node, Duration.ZERO), bench.peer.signs())));
    rules.add(
        rule(
            "elsewhere",
            "A question to another node gets no file.",
            bench ->
                get(
                    bench,
                    said(bench, new NodeId("somebody"), Duration.ZERO),
                    bench.peer.signs())));
    rules.add(
        rule(
            "stale",
            "A question of the day before yesterday gets no file.",
            bench ->
                get(bench, said(bench, bench.node, Duration.ofHours(-49)), bench.peer.signs())));
    rules.add(
        rule(
            "brought-unsigned",
            "Nobody leaves a file without a statement.",
            bench -> bench.wire.method("PUT", path())));
    return rules;
  }

  private static Rule rule(String id, String text, Function<Bench, Wire.Answer> asks) {
    return new Rule("file-" + id, "2.9", text, bench -> Bench.refused(asks.apply(bench)));
  }

  private static String path() {
    return "/x/v1/blobs/" + NONE;
  }

  private static Statement said(Bench bench, NodeId to, Duration shift) {
    CanonicalJson body = CanonicalJson.of("{\"blob\":\"" + NONE + "\",\"from\":0}");
    return Statement.of("sys.fetch", bench.peer.id(), to, bench.now.plus(shift), body);
  }

  private static Wire.Answer get(Bench bench, Statement asked, SigningKey key) {
    return bench.wire.get(path(), "Sampan-Statement", asked.sign(key));
  }
}

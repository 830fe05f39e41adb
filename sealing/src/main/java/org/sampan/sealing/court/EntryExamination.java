package org.sampan.sealing.court;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.Receipts;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.Seen;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks what the entries of a log say: C3, C6, C7, C8.
///
/// @param contents salt and entry, empty where erased
/// @param checks where the findings go
record EntryExamination(List<byte[]> contents, List<Report.Check> checks) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SALT_BYTES = 16;
  private static final String RECEIVED = "exchange.message.received";
  private static final String RELAYED = "exchange.message.relayed";

  /// How far a long transaction may stand behind a short one that began later.
  private static final Duration ONE_TRANSACTION = Duration.ofMinutes(5);

  /// One entry as far as the checks need it.
  record Said(String act, Instant at, String record, String to) {}

  void examine(
      LogFolder folder, TrustList list, List<Seen.Proved> history, Optional<LogFolder> other) {
    List<Said> said = said(contents);
    receipts(folder, list, said);
    times(said);
    silence(said, history);
    other.ifPresentOrElse(
        log -> crossed(folder, said, log),
        () -> say(true, "C6 Not checked: the log of the other node was not given."));
  }

  private static List<Said> said(List<byte[]> contents) {
    return contents.stream()
        .filter(content -> content.length > SALT_BYTES)
        .map(content -> {
          byte[] text = Arrays.copyOfRange(content, SALT_BYTES, content.length);
          JsonNode tree = JSON.readTree(new String(text, StandardCharsets.UTF_8));
          return new Said(
              tree.path("act").asString(""),
              Instant.parse(tree.path("at").asString("")),
              tree.path("record").asString(""),
              tree.path("detail").path("to").asString("").split("/", -1)[0]);
        })
        .toList();
  }

  /// C3: for what it signed to have received, its log has the arrival.
  private void receipts(LogFolder folder, TrustList list, List<Said> said) {
    Set<String> arrived =
        said.stream()
            .filter(each -> each.act().equals(RECEIVED))
            .map(Said::record)
            .collect(Collectors.toCollection(HashSet::new));
    List<String> receipts = folder.lines("receipts");
    for (String text : receipts) {
      String[] parts = text.split("\\.", -1);
      Instant time =
          Instant.parse(
              JSON.readTree(Base64.getUrlDecoder().decode(parts.length == 3 ? parts[1] : ""))
                  .path("time")
                  .asString(""));
      boolean holds =
          Receipts.check(text, list, time) instanceof Checked.Valid<Receipt>(Receipt receipt)
              && receipt instanceof Receipt.Relayed relayed
              && arrived.contains(relayed.of().id().toString());
      if (!holds) {
        say(false, "C3 It signed that a letter arrived, and its log has no such arrival.");
      }
    }
    say(true, "C3 Receipts compared with the log: " + receipts.size() + ".");
  }

  private void times(List<Said> said) {
    Instant newest = Instant.MIN;
    boolean holds = true;
    for (Said each : said) {
      holds =
          holds
              && (newest.equals(Instant.MIN) || !each.at().isBefore(newest.minus(ONE_TRANSACTION)));
      newest = each.at().isAfter(newest) ? each.at() : newest;
    }
    say(
        holds,
        holds
            ? "C8 The times of the entries never go back, but for acts under way together."
            : "C8 An entry is older than others that stand before it.");
  }

  /// C7: whoever writes entries for longer than this without a checkpoint hides them meanwhile.
  private void silence(List<Said> said, List<Seen.Proved> history) {
    Duration most = LogExamination.longestSilence();
    long hidden = 0;
    for (int at = 0; at + 1 < history.size(); at++) {
      Instant from = history.get(at).at().plus(most);
      Instant to = history.get(at + 1).at().minus(most);
      hidden +=
          said.stream().filter(one -> one.at().isAfter(from) && one.at().isBefore(to)).count();
    }
    say(
        hidden == 0,
        hidden == 0
            ? "C7 It made a checkpoint at least every five minutes while it was written to."
            : "C7 It wrote "
                + hidden
                + " entries while it made no checkpoint for over five minutes.");
  }

  /// C6: what one says it handed over is what the other says it received, day by day.
  private void crossed(LogFolder ours, List<Said> said, LogFolder other) {
    Checkpoint here = Checkpoint.parse(text(ours));
    Checkpoint there = Checkpoint.parse(text(other));
    Set<String> received =
        said(other.entries(there.size()).orElse(List.of())).stream()
            .filter(each -> each.act().equals(RECEIVED))
            .map(Said::record)
            .collect(Collectors.toCollection(HashSet::new));
    TreeMap<String, Long> missing = new TreeMap<>();
    long sent = 0;
    for (Said each : said) {
      if (each.act().equals(RELAYED) && each.to().equals(there.node().value())) {
        sent++;
        if (!received.contains(each.record())) {
          missing.merge(each.at().toString().substring(0, 10), 1L, Long::sum);
        }
      }
    }
    say(
        missing.isEmpty(),
        "C6 From %s to %s: %d handed over; not in the other log, by day: %s"
            .formatted(here.node(), there.node(), sent, missing.isEmpty() ? "none." : missing));
  }

  private static String text(LogFolder folder) {
    String note = folder.text("checkpoint").orElse("");
    int end = note.lastIndexOf("\n\n");
    return end < 0 ? "" : note.substring(0, end + 1);
  }

  private void say(boolean holds, String what) {
    checks.add(new Report.Check(holds, what));
  }
}

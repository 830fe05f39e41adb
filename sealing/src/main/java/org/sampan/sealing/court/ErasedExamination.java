package org.sampan.sealing.court;

import java.util.List;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.log.Checkpoint;

/// Checks what is left of a letter whose content was erased: receipts over its digests, and its
/// places in the log. Its place in the thread is checked by [Threads].
///
/// @param node whose log it is
/// @param lists proved, versions rising
/// @param log the proved head
/// @param checks where the findings go
record ErasedExamination(
    NodeId node, List<TrustLists.Trusted> lists, Checkpoint log, List<Report.Check> checks) {

  void examine(CourtBundle.Erased erased) {
    CourtBundle.Place place = erased.place();
    boolean sent = place.from().equals(node);
    say(
        sent || place.to().equals(node),
        "Letter %d from %s to %s: node %s says that its content was erased. It cannot be shown;"
                .formatted(place.number(), place.from(), place.to(), node)
            + " what others signed about it and the log still prove that it was.");
    new ReceiptExamination(lists, checks).examine(erased.receipts(), erased.of(), place.to());
    List<PlaceExamination.Said> said =
        new PlaceExamination(log, checks).examine(erased.entries(), erased.of().id());
    // What a node writes for itself has no entry of its own; then the other node's word must do.
    boolean known =
        sent
            ? !said.isEmpty() || !erased.receipts().isEmpty()
            : said.stream().anyMatch(one -> one.act().equals("exchange.message.received"));
    if (!known) {
      say(false, "  Neither the log nor the other node knows of it.");
    }
  }

  private void say(boolean holds, String what) {
    checks.add(new Report.Check(holds, what));
  }
}

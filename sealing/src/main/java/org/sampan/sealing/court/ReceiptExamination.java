package org.sampan.sealing.court;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.sampan.sealing.Checked;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Reason;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.Receipts;
import org.sampan.sealing.TrustLists;

/// Checks what the addressee said of one letter.
///
/// @param lists proved, versions rising
/// @param checks where the findings go
record ReceiptExamination(List<TrustLists.Trusted> lists, List<Report.Check> checks) {

  /// When the letter is first proved to have existed by somebody else: the first receipt's time;
  /// [Instant#MAX] when there is none.
  Instant examine(List<String> receipts, Receipt.Subject of, NodeId by) {
    Instant known = Instant.MAX;
    int before = 0;
    for (String text : receipts) {
      Checked<Receipt> checked = receipt(text, of, by);
      if (checked instanceof Checked.Valid<Receipt>(Receipt receipt)) {
        int rank = rank(receipt);
        say(rank > before, "  " + words(receipt));
        before = rank;
        known = known.equals(Instant.MAX) ? receipt.by().time() : known;
      } else {
        var refused = (Checked.Refused<Receipt>) checked;
        say(false, "  A receipt does not prove anything: " + refused.reason().text());
      }
    }
    if (receipts.isEmpty()) {
      say(true, "  No receipt: nothing here proves that it arrived.");
    }
    return known;
  }

  private Checked<Receipt> receipt(String text, Receipt.Subject of, NodeId by) {
    Instant time;
    try {
      time = Instant.parse(LetterExamination.payload(text).path("time").asString(""));
    } catch (DateTimeException malformed) {
      return new Checked.Refused<>(Reason.FIELD_REFUSED);
    }
    Checked<Receipt> found = new Checked.Refused<>(Reason.SIGNER_UNKNOWN);
    for (TrustLists.Trusted list : lists.reversed()) {
      found = Receipts.check(text, of, by, list.list(), time);
      if (found instanceof Checked.Valid<Receipt>
          || found.equals(new Checked.Refused<>(Reason.KEY_REVOKED))) {
        return found;
      }
    }
    return found;
  }

  private static int rank(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Relayed relayed -> 1;
      case Receipt.Delivered delivered -> 2;
      case Receipt.Decided decided -> 3;
      case Receipt.Bounced bounced -> 4;
    };
  }

  private static String words(Receipt receipt) {
    String who = "Node " + receipt.by().node() + " signed at " + receipt.by().time();
    return switch (receipt) {
      case Receipt.Relayed relayed -> who + " that it received and stored it (R1).";
      case Receipt.Delivered delivered -> who + " that it reached the office (R2).";
      case Receipt.Decided decided ->
          who + " that a person decided: " + decided.decision() + " (R3).";
      case Receipt.Bounced bounced -> who + " that it refuses it: " + bounced.reasonCode() + ".";
    };
  }

  private void say(boolean holds, String what) {
    checks.add(new Report.Check(holds, what));
  }
}

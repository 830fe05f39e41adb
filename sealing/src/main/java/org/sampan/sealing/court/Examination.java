package org.sampan.sealing.court;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Letter;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.ConsistencyProof;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.Seen;

/// Checks a court bundle against the pinned signers of the trust list, and against nothing else.
public final class Examination {
  private final CourtBundle bundle;
  private final TrustLists.Anchor anchor;
  private final List<Report.Check> checks = new ArrayList<>();

  private Examination(CourtBundle bundle, TrustLists.Anchor anchor) {
    this.bundle = bundle;
    this.anchor = anchor;
  }

  /// Examines the text of a bundle.
  ///
  /// @param anchor who may sign trust lists and how many must, known from elsewhere
  public static Report of(String text, TrustLists.Anchor anchor) {
    CourtBundle read;
    try {
      read = CourtBundle.read(text);
    } catch (IllegalArgumentException otherwise) {
      return new Report(
          List.of(
              new Report.Check(false, "The file is not whole, or a character of it was changed.")));
    }
    return new Examination(read, anchor).report();
  }

  private Report report() {
    say(true, "The file is whole and in its one form.");
    List<TrustLists.Trusted> lists = lists();
    Optional<Checkpoint> log = lists.isEmpty() ? Optional.empty() : log(lists.getLast().list());
    if (log.isPresent()) {
      heads(log.get());
      Threads threads = new Threads(checks);
      for (CourtBundle.Exhibit exhibit : bundle.letters()) {
        new LetterExamination(bundle.node(), lists, log.get(), checks)
            .examine(exhibit)
            .ifPresent(threads::add);
      }
      for (CourtBundle.Erased erased : bundle.erased()) {
        new ErasedExamination(bundle.node(), lists, log.get(), checks).examine(erased);
        threads.add(erased);
      }
      threads.examine();
      say(
          bundle.letters().size() + bundle.erased().size() > 0,
          "Letters in this file: "
              + bundle.letters().size()
              + (bundle.erased().isEmpty()
                  ? "."
                  : ", and erased: " + bundle.erased().size() + "."));
    }
    return new Report(checks);
  }

  private List<TrustLists.Trusted> lists() {
    List<TrustLists.Trusted> proved = new ArrayList<>();
    Letter.@Nullable ListMark last = null;
    for (String text : bundle.lists()) {
      switch (list(text, last)) {
        case Checked.Valid<TrustLists.Trusted>(TrustLists.Trusted list) -> {
          proved.add(list);
          last = list.mark();
        }
        case Checked.Refused<TrustLists.Trusted>(var reason) -> {
          say(false, "A trust list proves nothing: " + reason.text());
          return List.of();
        }
      }
    }
    if (proved.isEmpty()) {
      say(false, "There is no trust list in the file, so nothing says whose keys count.");
    } else {
      say(
          true,
          "Trust list version "
              + String.join(", ", proved.stream().map(each -> "" + each.mark().version()).toList())
              + ": signed by at least "
              + anchor.needed()
              + " of the "
              + anchor.signers().size()
              + " known signers, each continuing the one before.");
    }
    return proved;
  }

  /// A list is checked as of its own day: a case is older than the list in force now.
  private Checked<TrustLists.Trusted> list(String text, Letter.@Nullable ListMark last) {
    try {
      TrustList unproved = TrustLists.unproved(text);
      if (last != null && unproved.version() <= last.version()) {
        return new Checked.Refused<>(org.sampan.sealing.Reason.LIST_ROLLBACK);
      }
      return TrustLists.check(text, anchor, last, unproved.issued());
    } catch (IllegalArgumentException malformed) {
      return new Checked.Refused<>(org.sampan.sealing.Reason.LIST_REFUSED);
    }
  }

  private Optional<Checkpoint> log(TrustList list) {
    // Proved now, as far as the file can say: what is revoked by its newest list does not count.
    Instant provedAt = list.issued();
    switch (Seen.check(bundle.checkpoint(), list, provedAt)) {
      case Seen.Refused(Seen.Fault fault) -> {
        say(false, "The head of the log proves nothing: " + words(fault));
        return Optional.empty();
      }
      case Seen.Proved proved -> {
        Checkpoint head = proved.checkpoint();
        boolean own = head.node().equals(bundle.node());
        String what = "The log of node " + head.node() + ": " + head.size() + " entries at ";
        say(own, what + proved.at() + ", signed by that node.");
        say(
            proved.cosignedBy(list.witnesses()),
            "Other nodes that saw this log and signed for it: "
                + (proved.cosigners().isEmpty() ? "none" : proved.cosigners().keySet())
                + "; the trust list asks for "
                + list.witnesses()
                + ".");
        return Optional.of(head);
      }
    }
  }

  private static String words(Seen.Fault fault) {
    return switch (fault) {
      case MALFORMED -> "it is not written as heads are.";
      case NODE_UNKNOWN -> "its node is not on the trust list.";
      case NOT_SIGNED -> "its node did not sign it with a key that counted then.";
      case LINE_FORGED -> "a signature below it is forged.";
    };
  }

  private void heads(Checkpoint log) {
    for (CourtBundle.Told told : bundle.heads()) {
      ConsistencyProof path = told.path();
      boolean holds =
          path.newer() == log.size() && path.proves(Hash.of(told.head().root()), log.root());
      if (!holds) {
        say(
            false,
            "The node told others of a log of "
                + told.head().size()
                + " entries that this log does not continue: it was rewritten.");
      }
    }
    say(
        true,
        "Earlier heads of this log that the node told others: " + bundle.heads().size() + ".");
  }

  private void say(boolean holds, String what) {
    checks.add(new Report.Check(holds, what));
  }
}

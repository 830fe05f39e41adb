package org.sampan.sealing.court;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sampan.sealing.Digest;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.Growing;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.MerkleTree;
import org.sampan.sealing.log.Seen;
import org.sampan.sealing.log.Tile;
import org.sampan.sealing.log.Tiles;
import tools.jackson.core.JacksonException;

/// The ten checks of a log, C1 to C10, by somebody who has its files and the keys and needs nobody
/// else. What a folder does not hold is said, not passed over.
public final class LogExamination {
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  /// How far two honest clocks may stand apart.
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private final LogFolder folder;
  private final List<Report.Check> checks = new ArrayList<>();

  private LogExamination(LogFolder folder) {
    this.folder = folder;
  }

  /// What the checker knows from elsewhere.
  ///
  /// @param anchor who may sign trust lists
  /// @param last the checkpoint this checker kept from the last time
  /// @param other the log of the other node, for C6
  public record Known(TrustLists.Anchor anchor, Optional<String> last, Optional<LogFolder> other) {

    /// Only the signers are known.
    public static Known signers(TrustLists.Anchor anchor) {
      return new Known(anchor, Optional.empty(), Optional.empty());
    }
  }

  /// Examines a log.
  public static Report of(LogFolder folder, Known known) {
    LogExamination examination = new LogExamination(folder);
    try {
      examination.all(known);
    } catch (IllegalArgumentException | DateTimeException | JacksonException missing) {
      examination.say(false, "A file of the log is missing, cut, too long or not in its one form.");
    }
    return new Report(examination.checks);
  }

  private void all(Known known) {
    Optional<TrustList> list = list(known.anchor());
    String note = folder.text("checkpoint").orElse("");
    if (list.isEmpty()
        || !(Seen.check(note, list.get(), list.get().issued()) instanceof Seen.Proved head)) {
      say(false, "C1 There is no head that the log's own node signed.");
      return;
    }
    say(
        head.cosignedBy(list.get().witnesses()),
        "C1 Head of %d entries at %s by node %s; cosigned by %s, asked for %d."
            .formatted(
                head.checkpoint().size(),
                head.at(),
                head.checkpoint().node(),
                head.cosigners().keySet(),
                list.get().witnesses()));
    MerkleTree tree = recomputed(head.checkpoint());
    known
        .last()
        .ifPresentOrElse(
            last -> kept(last, list.get(), tree, head.checkpoint()),
            () -> say(true, "C2 No head was kept from an earlier check: nothing to compare."));
    heads(tree, head.checkpoint());
    List<Seen.Proved> history = history(list.get(), tree, head);
    stamped(history, head);
    Optional<List<byte[]>> contents = folder.entries(head.checkpoint().size());
    if (contents.isEmpty()) {
      say(true, "C3, C6, C10 Not checked: this is not an auditor's folder, it holds no entries.");
      return;
    }
    new EntryExamination(contents.get(), checks)
        .examine(folder, list.get(), history, known.other());
  }

  private Optional<TrustList> list(TrustLists.Anchor anchor) {
    List<String> texts = folder.lines("lists");
    if (texts.isEmpty()) {
      say(false, "C1 There is no trust list, so nothing says whose keys count.");
      return Optional.empty();
    }
    String newest = texts.getLast();
    return TrustLists.check(newest, anchor, null, TrustLists.unproved(newest).issued())
            instanceof org.sampan.sealing.Checked.Valid<TrustLists.Trusted>(var trusted)
        ? Optional.of(trusted.list())
        : Optional.empty();
  }

  /// C4, and C10 as far as leaves go: every hash above the leaves, every entry under its leaf.
  private MerkleTree recomputed(Checkpoint head) {
    long size = head.size();
    Growing growing = new Growing();
    Optional<List<byte[]>> entries = folder.entries(size);
    long erased = 0;
    boolean holds = true;
    for (Tile tile : Tile.all(size, false)) {
      List<Hash> hashes = folder.hashes(tile);
      for (int n = 0; n < hashes.size(); n++) {
        long at = tile.index() * Tile.FULL + n;
        if (tile.level() == 0) {
          growing.add(hashes.get(n));
          byte[] entry = entries.isPresent() ? entries.get().get((int) at) : new byte[0];
          erased += entry.length == 0 ? 1 : 0;
          holds = holds && (entry.length == 0 || Hash.ofLeaf(entry).equals(hashes.get(n)));
        } else {
          Tile below = new Tile(tile.level() - 1, at, Tile.FULL);
          holds = holds && Tiles.over(folder.hashes(below)).equals(hashes.get(n));
        }
      }
    }
    holds = holds && growing.size() == size && growing.root().equals(head.root());
    say(
        holds,
        holds
            ? "C4 All " + size + " leaves recomputed: the root is the one that was signed."
            : "C4 The log recomputed is not the log that was signed: it was altered.");
    if (entries.isPresent()) {
      say(holds, "C10 Entries erased: " + erased + "; each still has its leaf under the root.");
    }
    return new MerkleTree(new Tiles(size, folder::bytes));
  }

  private void kept(String last, TrustList list, MerkleTree tree, Checkpoint head) {
    boolean holds =
        Seen.check(last, list, list.issued()) instanceof Seen.Proved before
            && before.checkpoint().node().equals(head.node())
            && continues(tree, head, before.checkpoint().size(), before.checkpoint().root());
    say(
        holds,
        holds
            ? "C2 The log continues the head kept from the last check."
            : "C2 The log does not continue the head kept from the last check: it was rewritten,"
                + " cut or put back from an older copy.");
  }

  private static boolean continues(MerkleTree tree, Checkpoint head, long size, Hash root) {
    return size <= head.size() && tree.consistency(size, head.size()).proves(root, head.root());
  }

  private void heads(MerkleTree tree, Checkpoint head) {
    int told = 0;
    for (String line : folder.lines("heads")) {
      String[] cells = line.split(" ", -1);
      if (cells.length != 3) {
        throw new IllegalArgumentException("a line of heads has three parts");
      }
      told++;
      long size = Long.parseLong(cells[1]);
      if (!continues(tree, head, size, Hash.of(new Digest(cells[2])))) {
        say(
            false,
            "C5 Node %s heard of a log of %d entries that this log does not continue."
                .formatted(cells[0], size));
      }
    }
    say(true, "C5 Heads that others heard of: " + told + ".");
  }

  /// C7 and C8 as far as checkpoints go: each continues the one before, in time too.
  private List<Seen.Proved> history(TrustList list, MerkleTree tree, Seen.Proved head) {
    List<Seen.Proved> history = new ArrayList<>();
    boolean holds = true;
    Instant before = Instant.MIN;
    long size = 0;
    for (String note : folder.history()) {
      if (!(Seen.check(note, list, list.issued()) instanceof Seen.Proved one)) {
        holds = false;
        continue;
      }
      Checkpoint checkpoint = one.checkpoint();
      holds =
          holds
              && !one.at().isBefore(before)
              && checkpoint.size() >= size
              && checkpoint.node().equals(head.checkpoint().node())
              && continues(tree, head.checkpoint(), checkpoint.size(), checkpoint.root());
      before = one.at();
      size = checkpoint.size();
      history.add(one);
    }
    say(
        holds,
        holds
            ? "C8 Checkpoints kept: " + history.size() + ", each continues the one before."
            : "C8 A checkpoint that was kept is forged, out of time, or not continued by the log.");
    return history;
  }

  /// C9: the time beside another node's signature is that node's own: a head cannot have been seen
  /// before it was made.
  private void stamped(List<Seen.Proved> history, Seen.Proved head) {
    List<Seen.Proved> all = new ArrayList<>(history);
    all.add(head);
    long stamps = all.stream().mapToLong(one -> one.cosigners().size()).sum();
    boolean holds =
        all.stream()
            .allMatch(one ->
                one.cosigners().values().stream()
                    .noneMatch(seen -> one.at().isAfter(seen.plus(CLOCKS_APART))));
    String found =
        holds
            ? "C9 Times beside the signatures of other nodes: " + stamps + ", none before its head."
            : "C9 Another node signed for a head before the time that its own node gives for it.";
    say(holds, stamps == 0 ? "C9 Not checked: nobody else signed for a head, with a time." : found);
  }

  /// How long the log may go without a checkpoint while it is written to.
  static Duration longestSilence() {
    return LONGEST_SILENCE;
  }

  private void say(boolean holds, String what) {
    checks.add(new Report.Check(holds, what));
  }
}

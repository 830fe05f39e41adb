package org.sampan.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.Letter;

/// Where an arriving message stands in its thread. Knows no database: numbers and digests only.
final class Ordering {

  /// The message that arrives, by number and digests.
  ///
  /// @param replaces of a tombstone, the message it stands for
  record Coming(
      UUID id,
      String identity,
      long seq,
      @Nullable String prev,
      boolean tombstone,
      @Nullable UUID replaces) {}

  /// A message already there under the same number.
  ///
  /// @param also of a tombstone, the identity it stands for; `*` when nobody knows it
  record Present(UUID id, String identity, @Nullable UUID replaces, @Nullable String also) {}

  /// What stands where a message comes in: the message itself if it came before, then what has the
  /// number before its own, its own, and some of what lies beyond.
  record Around(List<Inbox.Kept> all) {
    Optional<Inbox.Kept> known(Letter letter) {
      UUID id = letter.id().value();
      String from = letter.route().from().value();
      return all.stream()
          .filter(one -> one.id().equals(id) && one.sender().equals(from))
          .findFirst();
    }

    List<Present> at(long seq) {
      return all.stream()
          .filter(one -> one.seq() == seq)
          .map(one -> new Present(one.id(), one.identity(), one.replaces(), one.also()))
          .toList();
    }

    boolean endsAt(long seq) {
      return all.stream().noneMatch(one -> one.seq() > seq);
    }
  }

  /// What to do with it.
  enum Place {
    /// Its turn: have its effect now.
    NEXT,
    /// A lower number is missing.
    AHEAD,
    /// A tombstone came first and stands for it: stored, without effect.
    BURIED,
    /// It is the tombstone of the message that has this number.
    BURIES,
    /// Another message has this number, or its chain is not ours: the sender says two things.
    FORK
  }

  private Ordering() {}

  /// The place of a message that was never seen.
  ///
  /// @param seen the highest number received without a gap
  /// @param there what has its number already
  /// @param before what has the number before it
  static Place place(Coming coming, long seen, List<Present> there, List<Present> before) {
    if (!there.isEmpty()) {
      return beside(coming, there);
    }
    if (coming.seq() <= seen) {
      return Place.FORK;
    }
    if (coming.seq() > seen + 1) {
      return Place.AHEAD;
    }
    return follows(coming.prev(), coming.seq(), before) ? Place.NEXT : Place.FORK;
  }

  /// Whether a message's `prev` names what has the number before it: the message, its tombstone, or
  /// what the tombstone stands for. All three are the sender's own words.
  static boolean follows(@Nullable String prev, long seq, List<Present> before) {
    if (seq == 1) {
      return prev == null;
    }
    return before.stream()
        .anyMatch(one ->
            one.identity().equals(prev)
                || "*".equals(one.also())
                || String.valueOf(one.also()).equals(prev));
  }

  private static Place beside(Coming coming, List<Present> there) {
    for (Present present : there) {
      if (coming.id().equals(present.replaces()) && coming.identity().equals(present.also())) {
        return Place.BURIED;
      }
    }
    boolean buries =
        coming.tombstone()
            && there.size() == 1
            && there.getFirst().replaces() == null
            && there.getFirst().id().equals(coming.replaces());
    return buries ? Place.BURIES : Place.FORK;
  }
}

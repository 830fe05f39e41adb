package org.sampan.sealing.court;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Opener;
import tools.jackson.databind.JsonNode;

/// What stands under one number of a thread: one letter, or one and its tombstone.
///
/// @param letters how many
/// @param names the digests that the next letter may name as the one before
/// @param tombstone the digest of the letter that a tombstone here stands for; `*` when its own
///   node no longer knows it; none when there is no tombstone
record Stands(int letters, Set<Digest> names, @Nullable String tombstone) {

  static final Stands NOTHING = new Stands(0, Set.of(), null);

  private static final String UNKNOWN = "*";
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  static Stands of(Opener.Opened letter) {
    if (!letter.letter().route().kind().name().equals("sys.tombstone")) {
      return new Stands(1, Set.of(letter.identity()), null);
    }
    JsonNode body = LetterExamination.tree(letter.letter().content().body().text());
    String of = body.path("identity").asString(UNKNOWN);
    Set<Digest> names = new HashSet<>(Set.of(letter.identity()));
    if (HEX.matcher(of).matches()) {
      names.add(new Digest(of));
    }
    return new Stands(1, Set.copyOf(names), of);
  }

  static Stands erased(CourtBundle.Erased letter) {
    return new Stands(1, Set.of(letter.of().identity()), null);
  }

  /// Whether a letter of the next number may follow.
  boolean precedes(Letter.Order order, long number) {
    if (number == 1) {
      return order.prev() == null;
    }
    return order.prev() != null && (names.contains(order.prev()) || UNKNOWN.equals(tombstone));
  }

  /// Whether one of the two is a letter and the other its tombstone.
  boolean buries(Stands other) {
    boolean one = tombstone == null ^ other.tombstone == null;
    Stands stone = tombstone == null ? other : this;
    Stands letter = tombstone == null ? this : other;
    return one
        && letters == 1
        && letter.names.stream().allMatch(digest -> digest.hex().equals(stone.tombstone));
  }

  Stands with(Stands other) {
    Set<Digest> both = new HashSet<>(names);
    both.addAll(other.names);
    return new Stands(
        letters + other.letters, both, tombstone == null ? other.tombstone : tombstone);
  }
}

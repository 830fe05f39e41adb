package org.sampan.trust;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// Whom this node believes, by which keys, and what waits for the signers.
///
/// @param list the list in force; none before the first
/// @param request what waits for a signature; none when every key is listed
/// @param node this node's own identifier, typed to confirm a suspension
/// @param said the key of what came of something handed in; none at first
record TrustPage(
    @Nullable InForce list,
    @Nullable Fingerprint request,
    List<Key> keys,
    List<Listed> nodes,
    Signing signing,
    String node,
    @Nullable String said,
    Problems problems)
    implements Screen {

  /// The list in force.
  ///
  /// @param days whole days left; negative once it has ended
  record InForce(long version, Instant until, long days, Fingerprint fingerprint) {
    boolean hasEnded() {
      return days < 0;
    }

    boolean endsSoon() {
      return !hasEnded() && days < Renewal.BEFORE.toDays();
    }
  }

  /// One key of ours.
  ///
  /// @param name the beginning of its thumbprint
  /// @param use the key of what it does
  /// @param state the key of where it stands
  /// @param tone how that is marked
  record Key(String name, String use, String state, String tone, @Nullable Instant until) {}

  /// One node of the list.
  record Listed(
      String id,
      Map<String, String> names,
      String standing,
      String tone,
      @Nullable Instant keysUntil,
      boolean canBeCalled) {
    String name(String language) {
      return names.getOrDefault(language, String.valueOf(names.get("en")));
    }
  }

  /// How many of how many sign a list.
  record Signing(int needed, List<String> signers) {}
}

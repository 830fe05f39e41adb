package org.sampan.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.web.Screen;

/// What waits to be sent, by peer: since when, why, when it is tried next. No content.
///
/// @param mine whether only the reader's own messages are shown
record DeliveryPage(boolean mine, List<Peer> peers, Instant now) implements Screen {

  /// One peer with what waits for it.
  ///
  /// @param names the node's names by language tag
  /// @param why the key of the sentence that says why things wait
  /// @param nextTry when it is tried again; none while it is being tried
  record Peer(
      Map<String, String> names,
      String why,
      @Nullable Instant lastHeard,
      @Nullable Instant nextTry,
      List<Row> rows) {
    String name(String language) {
      return names.getOrDefault(language, String.valueOf(names.get("en")));
    }
  }

  /// One message.
  ///
  /// @param number the end of its identifier, for two people on the telephone
  /// @param kind the key of what it is
  /// @param state the key of where it stands
  /// @param tone how it is marked
  record Row(
      String number,
      String kind,
      String state,
      String tone,
      boolean urgent,
      Instant since,
      int attempts) {}
}

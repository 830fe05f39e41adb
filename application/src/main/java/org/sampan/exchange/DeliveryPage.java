package org.sampan.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.web.Screen;

/// What waits to be sent, by peer: since when, why, when it is tried next. No content.
///
/// @param mine whether only the reader's own messages are shown
/// @param alarms what came lately and somebody must look at
record DeliveryPage(boolean mine, List<Peer> peers, List<Alarm> alarms, Instant now)
    implements Screen {

  /// Something that came and is not as it should be.
  ///
  /// @param number the end of its identifier
  /// @param words the key of what is wrong
  /// @param code the code the other node was told, or empty
  record Alarm(Instant at, String number, Map<String, String> names, String words, String code) {
    String name(String language) {
      return names.getOrDefault(language, String.valueOf(names.get("en")));
    }
  }

  /// One peer with what waits for it.
  ///
  /// @param node its identifier
  /// @param apart whether no line joins us just now
  /// @param names the node's names by language tag
  /// @param why the key of the sentence that says why things wait
  /// @param nextTry when it is tried again; none while it is being tried
  record Peer(
      String node,
      boolean apart,
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

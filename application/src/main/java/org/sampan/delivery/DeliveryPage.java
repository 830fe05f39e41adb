package org.sampan.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sampan.exchange.Circuits;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.MessageId;
import org.sampan.web.Screen;

/// What waits to be sent, by peer: since when, why, when it is tried next; and what came and was
/// put aside. No content.
///
/// @param mine whether only the reader's own messages are shown
/// @param aside what came and could not be taken
/// @param alarms what came lately and somebody must look at
record DeliveryPage(
    boolean mine, List<Peer> peers, List<Aside> aside, List<Alarm> alarms, Instant now)
    implements Screen {

  /// Something that came and is not as it should be.
  ///
  /// @param number the end of its identifier
  /// @param words the key of what is wrong
  /// @param why the key of the sentence for what the other node was told, or empty
  record Alarm(Instant at, String number, Map<String, String> names, String words, String why) {
    String name(String language) {
      return named(names, language);
    }
  }

  /// Something that came and was put aside.
  ///
  /// @param path where the reader sees more, and rules on it if it is hers to rule on
  /// @param kind the key of what it is
  /// @param why the key of the sentence that says why
  record Aside(
      MessageId id,
      Map<String, String> names,
      String path,
      String number,
      String kind,
      String why,
      boolean hers,
      Instant since) {
    String name(String language) {
      return named(names, language);
    }
  }

  /// One peer with what waits for it.
  ///
  /// @param names the node's names by language tag
  /// @param why the key of the sentence that says why things wait
  record Peer(Map<String, String> names, String why, Circuits.Road road, List<Row> rows) {
    String name(String language) {
      return named(names, language);
    }

    /// Whether nobody answers there just now.
    boolean apart() {
      return road.downSince() != null;
    }
  }

  /// One message.
  ///
  /// @param path where to read more; empty for the nodes' own
  /// @param number the end of its identifier, for two people on the telephone
  /// @param kind the key of what it is
  /// @param state the key of where it stands
  /// @param tone how it is marked
  /// @param why the key of the sentence that says why it stands there, or empty
  record Row(
      String path,
      String number,
      String kind,
      String state,
      String tone,
      String why,
      Deliveries.Delivery one) {}

  static String named(Map<String, String> names, String language) {
    return names.getOrDefault(language, String.valueOf(names.get("en")));
  }
}

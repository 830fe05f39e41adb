package org.sampan.witnesses;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sampan.exchange.Peers;
import org.sampan.web.Frame;
import org.sampan.web.Screen;

/// Who watches this node's log, whose logs it watches, and what was found.
///
/// @param own the newest checkpoint of ours; none in the first minute
/// @param theirs the logs of other nodes, as last proved
/// @param alarms newest first
/// @param mayDownload whether the reader may have the whole log
/// @param peers what nodes are called
record WatchPage(
    @Nullable Own own,
    List<Heads.Accepted> theirs,
    List<Heads.Alarm> alarms,
    boolean mayDownload,
    Peers peers)
    implements Screen {

  /// Our newest checkpoint that somebody signed for, or while there is none, our newest.
  ///
  /// @param cosigners the nodes that signed for it
  record Own(long size, Instant at, List<String> cosigners) {
    Own {
      cosigners = List.copyOf(cosigners);
    }
  }

  /// What a node is called.
  String name(String node, Frame frame) {
    return peers.name(node, frame.language().tag());
  }

  String names(List<String> nodes, Frame frame) {
    return nodes.stream().map(node -> name(node, frame)).collect(Collectors.joining(", "));
  }
}

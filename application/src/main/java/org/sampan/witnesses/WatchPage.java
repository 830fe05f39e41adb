package org.sampan.witnesses;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.web.Screen;

/// Who watches this node's log, whose logs it watches, and what was found.
///
/// @param own the newest checkpoint of ours; none in the first minute
/// @param theirs the logs of other nodes, as last proved
/// @param alarms newest first
/// @param mayDownload whether the reader may have the whole log
record WatchPage(
    @Nullable Own own, List<Heads.Accepted> theirs, List<Heads.Alarm> alarms, boolean mayDownload)
    implements Screen {

  /// Our newest checkpoint.
  ///
  /// @param cosigners the nodes that signed for it, as `kh, la`; empty for none
  record Own(long size, Instant at, String cosigners) {}
}

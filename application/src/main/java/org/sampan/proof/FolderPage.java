package org.sampan.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sampan.web.Screen;

/// What an auditor can take away, and how to check it.
///
/// @param head of the log as it would be handed out; none in the first minute of a node
/// @param node whose log it is
/// @param fingerprint of the signers this node knows; empty when it knows none
record FolderPage(@Nullable Head head, String node, String fingerprint) implements Screen {

  /// Size and time of the head.
  record Head(long size, Instant at) {}
}

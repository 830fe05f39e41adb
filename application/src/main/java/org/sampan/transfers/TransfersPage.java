package org.sampan.transfers;

import java.time.Instant;
import java.util.List;
import org.sampan.web.Screen;

/// The transfers for which this reader must act.
record TransfersPage(List<Transfer> waiting, Shown shown, Instant now) implements Screen {}

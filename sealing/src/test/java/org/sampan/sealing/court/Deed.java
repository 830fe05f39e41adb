package org.sampan.sealing.court;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// What may be done to a log by who owns it.
enum Deed {
  EDITED,
  REORDERED,
  REMOVED,
  CUT,
  PUT_IN,
  RESTORED,
  FORKED;

  /// The log after the deed, of which others knew so many entries.
  List<byte[]> done(List<byte[]> log, int known, Random random) {
    List<byte[]> now = new ArrayList<>(log);
    int at = random.nextInt(known);
    switch (this) {
      case EDITED -> now.set(at, another("casework.case.seen", at));
      case REORDERED -> {
        byte[] moved = now.remove(at);
        now.add(at == 0 ? 1 : at - 1, moved);
      }
      case REMOVED -> now.remove(at);
      case CUT -> now = new ArrayList<>(log.subList(0, known - 1));
      case PUT_IN -> now.add(at, another("casework.case.seen", at));
      case RESTORED -> {
        // Put back from an older copy, it went on with other entries.
        now = new ArrayList<>(log.subList(0, at));
        now.addAll(LogExaminationTests.entries(log.size(), random));
      }
      case FORKED -> {
        now = new ArrayList<>(log.subList(0, known - 1));
        now.add(another("casework.case.closed", known));
        now.addAll(log.subList(known, log.size()));
      }
    }
    return now;
  }

  private static byte[] another(String act, int minute) {
    return LogExaminationTests.entry(act, minute, UUID.randomUUID(), "");
  }
}

package org.sampan.sealing.court;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sampan.sealing.Letter;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.Hash;
import tools.jackson.databind.JsonNode;

/// Checks that entries about one letter stand in the log.
///
/// @param log the proved head
/// @param checks where the findings go
record PlaceExamination(Checkpoint log, List<Report.Check> checks) {

  private static final int SALT_BYTES = 16;

  /// An entry that stands in the log.
  ///
  /// @param at the time it gives, as written
  record Said(String act, String at) {}

  /// The entries that stand there and are about this letter.
  List<Said> examine(List<CourtBundle.Logged> entries, Letter.Id about) {
    List<Said> standing = new ArrayList<>();
    for (CourtBundle.Logged entry : entries) {
      JsonNode says = entry(entry.content());
      String act = says.path("act").asString("nothing readable");
      String at = says.path("at").asString("");
      boolean stands =
          entry.path().size() == log.size()
              && entry.path().proves(Hash.ofLeaf(entry.content()), log.root())
              && says.path("record").asString("").equals(about.toString());
      if (stands) {
        standing.add(new Said(act, at));
        say(true, "  Entry %d of the log: %s at %s.".formatted(entry.path().index(), act, at));
      } else {
        say(false, "  An entry (" + act + ") is not in the log, or is about something else.");
      }
    }
    return standing;
  }

  private static JsonNode entry(byte[] content) {
    if (content.length <= SALT_BYTES) {
      return LetterExamination.tree("");
    }
    byte[] text = Arrays.copyOfRange(content, SALT_BYTES, content.length);
    return LetterExamination.tree(new String(text, StandardCharsets.UTF_8));
  }

  private void say(boolean holds, String what) {
    checks.add(new Report.Check(holds, what));
  }
}

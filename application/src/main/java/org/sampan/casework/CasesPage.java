package org.sampan.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Office;
import org.sampan.web.Language;
import org.sampan.web.Screen;

/// My cases, my office's, the closed ones, or those a search found.
///
/// @param searched whether these were searched for; what was typed is not shown back
record CasesPage(Show show, boolean searched, List<Row> rows, long count, int page, Instant now)
    implements Screen {

  enum Show {
    MINE,
    OFFICE,
    CLOSED
  }

  /// One case of a list.
  ///
  /// @param file with its facts, or without them when she must say why first
  /// @param last what crossed last, if anything did
  /// @param askWhy whether she may see it only when she says why
  record Row(
      CaseFile file, RiverSource.@Nullable Crossing last, boolean askWhy, @Nullable Office office) {
    String office(Language language) {
      if (office == null) {
        return "";
      }
      return office.named(language);
    }

    Optional<RiverSource.Crossing> crossed() {
      return Optional.ofNullable(last);
    }
  }

  int pages() {
    return (int) Math.max(1, (count + Cases.Shown.PAGE - 1) / Cases.Shown.PAGE);
  }
}

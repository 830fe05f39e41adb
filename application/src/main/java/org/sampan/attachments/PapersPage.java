package org.sampan.attachments;

import java.util.List;
import java.util.UUID;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// The papers of one record: what is there, and a form to add one while that is possible.
///
/// @param form the identifier the next paper gets
record PapersPage(
    UUID record, Holder.Held held, List<Paper> papers, UUID form, String what, Problems problems)
    implements Screen {

  /// The key of what a paper is.
  String words(Paper paper) {
    return held.kinds().stream()
        .filter(kind -> kind.code().equals(paper.what()))
        .map(Holder.Kind::words)
        .findFirst()
        .orElse("attachments.paper");
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}

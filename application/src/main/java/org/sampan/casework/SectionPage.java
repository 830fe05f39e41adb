package org.sampan.casework;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// The form of one section, what somebody else wrote meanwhile beside it, and what stood before.
///
/// @param basedOn the version the form was filled from
/// @param meanwhile the newer version somebody else wrote, or none
record SectionPage(
    CaseFile file,
    Question.Section section,
    TypedFacts typed,
    int basedOn,
    @Nullable Fact meanwhile,
    List<Fact> history,
    Map<UUID, String> people,
    Lists lists,
    Problems problems)
    implements Screen {

  String named(Fact fact) {
    return fact.by() == null ? "" : people.getOrDefault(fact.by().value(), "");
  }

  @Override
  public int status() {
    return problems.none() && meanwhile == null ? 200 : 422;
  }
}

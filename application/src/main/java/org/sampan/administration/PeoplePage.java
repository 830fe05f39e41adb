package org.sampan.administration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Office;
import org.sampan.web.Language;
import org.sampan.web.Screen;

/// The people of this node, fifty on a page.
///
/// @param part what was looked for; empty for all
record PeoplePage(
    String part, List<Accounts.Listed> people, Map<Office.Id, Office> offices, int page, int pages)
    implements Screen {

  /// The name of her office as the reader reads it.
  String office(Accounts.Listed person, Language language) {
    return name(offices.get(person.account().office()), language);
  }

  static String name(@Nullable Office office, Language language) {
    if (office == null) {
      return "";
    }
    return office.named(language);
  }

  /// The key of the word for how her account stands.
  static String standing(boolean active, boolean enrolled) {
    if (!active) {
      return "administration.standing.closed";
    }
    return enrolled ? "administration.standing.open" : "administration.standing.invited";
  }

  /// The shape that goes with it.
  static String shape(boolean active, boolean enrolled) {
    if (!active) {
      return "status refused";
    }
    return enrolled ? "status settled" : "status waiting";
  }

  @Override
  public String toString() {
    return "PeoplePage[" + page + "]";
  }
}

package org.sampan.administration;

import java.util.List;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.web.Language;
import org.sampan.web.Screen;

/// The offices of this node.
record OfficesPage(List<Office> offices, List<Agency> agencies) implements Screen {

  /// The name of its agency as the reader reads it.
  String agency(Office office, Language language) {
    return agencies.stream()
        .filter(agency -> agency.id().equals(office.agency()))
        .map(agency -> language == Language.ENGLISH ? agency.latinName() : agency.nativeName())
        .findFirst()
        .orElse("");
  }
}

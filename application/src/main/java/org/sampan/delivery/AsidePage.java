package org.sampan.delivery;

import java.time.Instant;
import java.util.Map;
import org.sampan.exchange.Quarantine;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// One message that came and was put aside. No content.
///
/// @param names the sending node's, by language tag
/// @param path where its rulings are sent
/// @param mayRule whether it is the reader's to take or refuse
record AsidePage(
    Quarantine.Aside aside,
    Map<String, String> names,
    String path,
    boolean mayRule,
    Problems problems,
    Instant now)
    implements Screen {

  String name(String language) {
    return DeliveryPage.named(names, language);
  }

  String number() {
    return DeliveryDesk.number(aside.id().value());
  }

  String kind() {
    return DeliveryDesk.kind(aside.kind());
  }

  String why() {
    return Saying.of(aside.why());
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}

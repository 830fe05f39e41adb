package org.sampan.transfers;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.sampan.consents.Consent;
import org.sampan.consents.Purpose;
import tools.jackson.databind.JsonNode;

/// What a `referral.transfer/1.0` says. Its schema stands in `schemas/referral.transfer-1.0.json`
/// and was checked before this reads it.
///
/// @param request the accepted referral, by its message
/// @param office the office that hands over
/// @param by who speaks for it
record TransferBody(
    UUID request,
    Purpose purpose,
    Transfer.Why why,
    Consent.Giver giver,
    LocalDate agreed,
    String office,
    String by) {

  Map<String, Object> json() {
    Map<String, Object> body = new TreeMap<>();
    body.put("request", request.toString());
    body.put("purpose", purpose.name());
    body.put("why", why.name());
    body.put("agreed", Map.of("giver", giver.name(), "day", agreed.toString()));
    body.put("sender", Map.of("office", office, "focalPoint", by));
    return body;
  }

  static TransferBody read(JsonNode body) {
    JsonNode agreed = body.path("agreed");
    JsonNode sender = body.path("sender");
    return new TransferBody(
        UUID.fromString(body.path("request").stringValue()),
        Purpose.valueOf(body.path("purpose").stringValue()),
        Transfer.Why.valueOf(body.path("why").stringValue()),
        Consent.Giver.valueOf(agreed.path("giver").stringValue()),
        LocalDate.parse(agreed.path("day").stringValue()),
        sender.path("office").stringValue(),
        sender.path("focalPoint").stringValue());
  }
}

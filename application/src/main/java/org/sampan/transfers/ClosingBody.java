package org.sampan.transfers;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a `referral.close/1.0` says. Its schema stands in `schemas/referral.close-1.0.json` and was
/// checked before this reads it.
///
/// @param request the referral that is done with, by its message
/// @param outcome none when her consent does not cover it
/// @param by who speaks for the office
record ClosingBody(UUID request, Instant at, Closing.@Nullable Outcome outcome, String by) {

  Map<String, Object> json() {
    Map<String, Object> body = new TreeMap<>();
    body.put("request", request.toString());
    body.put("at", at.toString());
    body.put("by", by);
    if (outcome != null) {
      body.put("outcome", outcome.name());
    }
    return body;
  }

  /// Reads one.
  ///
  /// @param at when it arrived
  static ClosingBody read(JsonNode body, Instant at) {
    String outcome = body.path("outcome").asString("");
    return new ClosingBody(
        UUID.fromString(body.path("request").stringValue()),
        at,
        outcome.isEmpty() ? null : Closing.Outcome.valueOf(outcome),
        body.path("by").stringValue());
  }
}

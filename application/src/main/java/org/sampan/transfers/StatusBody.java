package org.sampan.transfers;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.sampan.web.Typed;
import tools.jackson.databind.JsonNode;

/// What a `referral.status/1.0` says in answer to a transfer: accepted, refused for a reason, or
/// taken back. Never a text of anybody's.
record StatusBody(What what, Instant at, String reason, String by) {

  /// What became of it.
  enum What {
    ACCEPTED,
    REFUSED,
    TAKEN_BACK,
    /// Said of referrals only.
    FEEDBACK
  }

  Map<String, Object> json() {
    Map<String, Object> body = new TreeMap<>();
    body.put("what", what.name());
    body.put("at", at.toString());
    body.put("language", "en");
    body.put("by", by);
    if (!reason.isEmpty()) {
      body.put("reason", reason);
    }
    return body;
  }

  /// Reads one.
  ///
  /// @param at when it arrived: what the other side says of the time changes nothing here
  static StatusBody read(JsonNode body, Instant at) {
    return new StatusBody(
        Typed.choice(What.class, body.path("what").asString("")).orElse(What.FEEDBACK),
        at,
        body.path("reason").asString(""),
        body.path("by").stringValue());
  }
}

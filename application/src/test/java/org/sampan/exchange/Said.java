package org.sampan.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;

/// What the letters of these tests say.
final class Said {

  private Said() {}

  /// What a request says: only what its schema knows.
  static Map<String, Object> request(String office) {
    return Map.of(
        "case",
        "TH-TEST",
        "purpose",
        "RETURN",
        "need",
        "RECEPTION",
        "urgency",
        "THREE_DAYS",
        "agreement",
        "th-kh-2003",
        "consent",
        UuidCreator.getTimeOrderedEpoch().toString(),
        "language",
        "en",
        "sender",
        Map.of(
            "office",
            office,
            "nativeName",
            "สำนักงาน",
            "latinName",
            "Focal point",
            "focalPoint",
            "Invented"),
        "told",
        Map.of("sex", List.of("female"), "name-to-use", List.of("ALIAS Srey Invented")));
  }

  /// What an answer says that tells nothing but itself.
  static Map<String, Object> feedback() {
    return Map.of(
        "what", "FEEDBACK", "at", "2026-01-01T00:00:00Z", "language", "en", "by", "Invented");
  }
}

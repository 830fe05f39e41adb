package org.sampan.referrals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sampan.consents.Category;
import org.sampan.vault.Personal;
import org.sampan.web.Language;
import org.sampan.web.Typed;
import tools.jackson.databind.JsonNode;

/// What a `referral.status/1.0` says: what became of a referral. Its schema stands in
/// `schemas/referral.status-1.0.json`.
///
/// @param at when it was decided or found
/// @param reason a code of a refusal, or empty
/// @param words typed by whoever decided, in `language`; often empty
/// @param by who speaks, as the office names her
@Personal
record StatusBody(
    What what,
    Instant at,
    String reason,
    String words,
    String language,
    String by,
    Map<Found, List<String>> outcome) {

  /// What became of it.
  enum What {
    ACCEPTED,
    REFUSED,
    FEEDBACK,
    /// The office that asked takes it back.
    TAKEN_BACK
  }

  /// Why it was refused.
  enum Refusal {
    NOT_OURS,
    NO_CAPACITY,
    NOT_SAFE_HERE,
    TOO_LITTLE_KNOWN,
    ALREADY_WITH_US,
    OTHER;

    String words() {
      return "referrals.refusal." + Referral.code(this);
    }
  }

  /// What a visit found, one code or several: what may go back as feedback.
  enum Found {
    MET(null, 1),
    SAFE(Category.RISK, 1),
    RECONTACT(Category.RISK, 1),
    WELLBEING(Category.NEEDS, 1),
    NEEDS(Category.NEEDS, 40),
    WISHES(Category.WISHES, 40);

    private final @Nullable Category category;
    private final int most;

    Found(@Nullable Category category, int most) {
      this.category = category;
      this.most = most;
    }

    /// Whether what she allowed covers it. That somebody was met, or not, says nothing of her.
    boolean within(Set<Category> allowed) {
      return category == null || allowed.contains(category);
    }

    /// Those named.
    static Set<Found> named(@Nullable List<String> names) {
      Set<Found> named = EnumSet.noneOf(Found.class);
      for (String name : names == null ? List.<String>of() : names) {
        Typed.choice(Found.class, name).ifPresent(named::add);
      }
      return named;
    }

    String words() {
      return "referrals.found." + Referral.code(this);
    }
  }

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");
  private static final Pattern REASON = Pattern.compile("[A-Z0-9_]{1,40}");

  StatusBody {
    outcome = outcome.isEmpty() ? Map.of() : new EnumMap<>(outcome);
  }

  /// The categories of what it tells.
  Set<Category> categories() {
    Set<Category> told = EnumSet.noneOf(Category.class);
    for (Found found : outcome.keySet()) {
      if (found.category != null) {
        told.add(found.category);
      }
    }
    return told;
  }

  Map<String, Object> json() {
    Map<String, Object> body = new TreeMap<>();
    body.put("what", what.name());
    body.put("at", at.toString());
    body.put("language", language);
    body.put("by", by);
    if (!reason.isEmpty()) {
      body.put("reason", reason);
    }
    if (!words.isEmpty()) {
      body.put("words", words);
    }
    if (!outcome.isEmpty()) {
      Map<String, Object> all = new TreeMap<>();
      outcome.forEach((found, codes) -> all.put(Referral.code(found), codes));
      body.put("outcome", all);
    }
    return body;
  }

  String text() {
    return Body.JSON.writeValueAsString(json());
  }

  /// Reads one, as strictly as [RequestBody#read].
  static StatusBody read(String text) throws Body.Refused {
    JsonNode body = Body.tree(text);
    What what = Body.choice(What.class, body, "what");
    String reason = Body.optional(body, "reason", 40);
    Body.unless(reason.isEmpty() || REASON.matcher(reason).matches(), "BODY_REASON");
    Body.unless((what == What.REFUSED) != reason.isEmpty(), "BODY_REASON");
    String language = Body.required(body, "language", 10, "BODY_LANGUAGE");
    Body.unless(Language.of(language).isPresent(), "BODY_LANGUAGE");
    Map<Found, List<String>> outcome = outcome(body.get("outcome"));
    Body.unless(outcome.isEmpty() || what == What.FEEDBACK, "BODY_OUTCOME");
    return new StatusBody(
        what,
        Body.instant(body, "at"),
        reason,
        Body.optional(body, "words", 2000),
        language,
        Body.required(body, "by", 200, "BODY_BY"),
        outcome);
  }

  private static Map<Found, List<String>> outcome(@Nullable JsonNode told) throws Body.Refused {
    Map<Found, List<String>> outcome = new EnumMap<>(Found.class);
    if (told == null) {
      return outcome;
    }
    Body.unless(told.isObject(), "BODY_OUTCOME");
    for (Found found : Found.values()) {
      JsonNode array = told.get(Referral.code(found));
      if (array != null) {
        outcome.put(found, codes(found, array));
      }
    }
    return outcome;
  }

  private static List<String> codes(Found found, JsonNode array) throws Body.Refused {
    Body.unless(array.isArray() && !array.isEmpty() && array.size() <= found.most, "BODY_OUTCOME");
    List<String> codes = new ArrayList<>();
    for (JsonNode one : array) {
      Body.unless(one.isString() && CODE.matcher(one.stringValue()).matches(), "BODY_OUTCOME");
      codes.add(one.stringValue());
    }
    return List.copyOf(codes);
  }

  @Override
  public String toString() {
    return "StatusBody[redacted]";
  }
}

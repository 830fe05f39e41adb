package org.sampan.referrals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.SignedIn;
import org.sampan.casework.PersonName;
import org.sampan.consents.Authority;
import org.sampan.consents.Purpose;
import org.sampan.vault.Personal;
import org.sampan.web.Language;
import org.sampan.web.Typed;
import tools.jackson.databind.JsonNode;

/// What a `referral.request/1.1` says: one form for what we send and what we read. Its schema
/// stands in `schemas/referral.request-1.1.json`.
///
/// @param caseNumber the sender's short number of the case, for the telephone
/// @param agreement its identifier, or empty with the reason why none is named
/// @param consentUntil the last day of the consent; none means until it is taken back
/// @param replyDue only when an agreement names a day
/// @param language the tag of the language of everything typed in it
@Personal
record RequestBody(
    String caseNumber,
    Purpose purpose,
    Referral.Need need,
    Referral.Urgency urgency,
    String agreement,
    String noAgreement,
    String consent,
    @Nullable LocalDate consentUntil,
    @Nullable LocalDate replyDue,
    Sender sender,
    String language,
    Map<Extract.Item, List<String>> told) {

  /// The office that asks, and who answers the telephone there.
  record Sender(String office, String nativeName, String latinName, String focalPoint) {}

  private static final Pattern NUMBER = Pattern.compile("[0-9A-Z-]{1,20}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,39}");
  private static final Pattern OFFICE = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+");
  private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

  RequestBody {
    told = told.isEmpty() ? Map.of() : new EnumMap<>(told);
  }

  /// What would leave of a referral as it is drawn.
  static RequestBody of(
      Referral referral, String noAgreement, Preparing.Drawn drawn, SignedIn author) {
    Referral.Terms terms = referral.terms();
    String digits = referral.caseFile().value().toString().replace("-", "");
    return new RequestBody(
        digits.substring(digits.length() - 8).toUpperCase(Locale.ROOT),
        terms.purpose(),
        terms.need(),
        terms.urgency(),
        terms.agreement(),
        terms.agreement().isEmpty() ? noAgreement : "",
        drawn.ground(),
        drawn.authority() instanceof Authority.Given given ? given.validUntil() : null,
        null,
        new Sender(
            author.office().code(),
            author.office().nativeName(),
            author.office().latinName(),
            author.name()),
        terms.language(),
        drawn.extract().goes());
  }

  /// As it is handed to the exchange.
  Map<String, Object> json() {
    Map<String, Object> body = new TreeMap<>();
    body.put("case", caseNumber);
    body.put("purpose", purpose.name());
    body.put("need", need.name());
    body.put("urgency", urgency.name());
    if (agreement.isEmpty()) {
      body.put("noAgreement", noAgreement);
    } else {
      body.put("agreement", agreement);
    }
    body.put("consent", consent);
    if (consentUntil != null) {
      body.put("consentUntil", consentUntil.toString());
    }
    if (replyDue != null) {
      body.put("replyDue", replyDue.toString());
    }
    body.put(
        "sender",
        Map.of(
            "office", sender.office(),
            "nativeName", sender.nativeName(),
            "latinName", sender.latinName(),
            "focalPoint", sender.focalPoint()));
    body.put("language", language);
    Map<String, Object> all = new TreeMap<>();
    told.forEach((item, values) -> all.put(Referral.code(item), values));
    body.put("told", all);
    return body;
  }

  String text() {
    return Body.JSON.writeValueAsString(json());
  }

  /// Reads one. Members it does not know are passed over; whatever it knows must be exactly right.
  ///
  /// @throws Body.Refused with the code of the first rule broken
  static RequestBody read(String text) throws Body.Refused {
    JsonNode body = Body.tree(text);
    String agreement = Body.optional(body, "agreement", 40);
    String noAgreement = Body.optional(body, "noAgreement", 1000);
    Body.unless(agreement.isEmpty() != noAgreement.isEmpty(), "BODY_AGREEMENT");
    Body.unless(agreement.isEmpty() || CODE.matcher(agreement).matches(), "BODY_AGREEMENT");
    String number = Body.required(body, "case", 20, "BODY_CASE");
    Body.unless(NUMBER.matcher(number).matches(), "BODY_CASE");
    String consent = Body.required(body, "consent", 36, "BODY_CONSENT");
    Body.unless(Typed.identifier(consent).isPresent(), "BODY_CONSENT");
    String language = Body.required(body, "language", 10, "BODY_LANGUAGE");
    Body.unless(Language.of(language).isPresent(), "BODY_LANGUAGE");
    return new RequestBody(
        number,
        Body.choice(Purpose.class, body, "purpose"),
        Body.choice(Referral.Need.class, body, "need"),
        Body.choice(Referral.Urgency.class, body, "urgency"),
        agreement,
        noAgreement,
        consent,
        Body.day(body, "consentUntil"),
        Body.day(body, "replyDue"),
        sender(body.get("sender")),
        language,
        told(body.get("told")));
  }

  private static Sender sender(@Nullable JsonNode from) throws Body.Refused {
    if (from == null || !from.isObject()) {
      throw new Body.Refused("BODY_SENDER");
    }
    String office = Body.required(from, "office", 60, "BODY_SENDER");
    Body.unless(OFFICE.matcher(office).matches(), "BODY_SENDER");
    return new Sender(
        office,
        Body.required(from, "nativeName", 200, "BODY_SENDER"),
        Body.required(from, "latinName", 200, "BODY_SENDER"),
        Body.required(from, "focalPoint", 200, "BODY_SENDER"));
  }

  private static Map<Extract.Item, List<String>> told(@Nullable JsonNode told) throws Body.Refused {
    if (told == null || !told.isObject()) {
      throw new Body.Refused("BODY_TOLD");
    }
    Map<Extract.Item, List<String>> all = new EnumMap<>(Extract.Item.class);
    for (Map.Entry<String, JsonNode> one : told.properties()) {
      Optional<Extract.Item> item = item(one.getKey());
      if (item.isEmpty()) {
        continue;
      }
      Body.unless(!item.get().never(), "BODY_FORBIDDEN");
      all.put(item.get(), values(item.get(), one.getValue()));
    }
    return all;
  }

  private static Optional<Extract.Item> item(String code) {
    boolean kebab = code.equals(code.toLowerCase(Locale.ROOT)) && code.indexOf('_') < 0;
    return kebab ? Typed.choice(Extract.Item.class, code) : Optional.empty();
  }

  private static List<String> values(Extract.Item item, JsonNode array) throws Body.Refused {
    Body.unless(array.isArray() && !array.isEmpty() && array.size() <= item.most(), "BODY_VALUES");
    List<String> values = new ArrayList<>();
    for (JsonNode one : array) {
      Body.unless(one.isString(), "BODY_VALUES");
      values.add(Body.clean(one.stringValue(), item.longest()));
    }
    Body.unless(fits(item, values), "BODY_VALUES");
    return List.copyOf(values);
  }

  private static boolean fits(Extract.Item item, List<String> values) {
    if (item == Extract.Item.AGE) {
      return values.size() == 3
          && List.of("CHILD", "MAY_BE_CHILD", "ADULT").contains(values.get(0))
          && values.stream().skip(1).allMatch(year -> YEAR.matcher(year).matches())
          && values.get(1).compareTo(values.get(2)) <= 0;
    }
    if (item == Extract.Item.NAME_TO_USE || item == Extract.Item.OTHER_NAMES) {
      return values.stream().allMatch(name -> name(name).isPresent());
    }
    return item.isText() || values.stream().allMatch(code -> CODE.matcher(code).matches());
  }

  /// The name in a value of names: its kind, one blank, the name.
  static Optional<PersonName> name(String value) {
    int blank = value.indexOf(' ');
    if (blank < 1 || blank + 1 == value.length() || value.length() > blank + 201) {
      return Optional.empty();
    }
    return Typed.choice(PersonName.Kind.class, value.substring(0, blank))
        .filter(kind -> kind.name().equals(value.substring(0, blank)))
        .map(kind -> new PersonName(value.substring(blank + 1), kind, ""));
  }

  @Override
  public String toString() {
    return "RequestBody[redacted]";
  }
}

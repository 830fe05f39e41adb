package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.sealing.Reason.*;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Letters signed by a true key whose fields break a rule.
class BadLetterTests {

  @ParameterizedTest
  @MethodSource({"identities", "orders", "times", "terms", "consents", "contents"})
  void a_bad_letter_is_refused_by_its_rule(Case bad) {
    assertThat(Letters.reason(Letters.open(bad.bytes()))).isEqualTo(bad.reason());
  }

  static Stream<Case> identities() {
    return Stream.of(
        number("version 0", "v", 0, VERSION_UNKNOWN),
        number("version 2", "v", 2, VERSION_UNKNOWN),
        string("version as text", "v", "1", FIELD_MISSING),
        missing("v", FIELD_MISSING),
        missing("id", FIELD_MISSING),
        string(
            "id of version 4", "id", "7e1d4c52-5b0a-4a39-9d51-2c6a6a5a4f10", ID_NOT_TIME_ORDERED),
        string(
            "id of the wrong variant",
            "id",
            "019aa5c4-7e00-7000-0000-00000000a001",
            ID_NOT_TIME_ORDERED),
        string("id in upper case", "id", "019AA5C4-7E00-7000-8000-00000000A001", FIELD_REFUSED),
        string("id in short groups", "id", "1-1-7001-8001-1", FIELD_REFUSED),
        number("id a number", "id", 7, FIELD_MISSING),
        string("addressed to somebody else", "to", "la", NOT_FOR_US),
        string("addressed to its sender", "to", "th", ROUTE_REFUSED),
        string("from another node", "from", "vn", SIGNER_NOT_SENDER),
        string("a node name with a path", "from", "../th", FIELD_REFUSED),
        string("a node name in capitals", "from", "TH", FIELD_REFUSED),
        string("a node name of 500,000", "from", "t".repeat(300_000), FIELD_REFUSED),
        string("a kind without version", "kind", "referral.request", FIELD_REFUSED),
        string("a kind of version 0", "kind", "referral.request/0.1", FIELD_REFUSED),
        string("a kind with leading zeros", "kind", "referral.request/01.0", FIELD_REFUSED),
        string("a kind it may not send", "kind", "mla.request/1.0", KIND_NOT_ALLOWED),
        string("in reply to no letter", "inReplyTo", "yesterday", FIELD_REFUSED));
  }

  static Stream<Case> orders() {
    return Stream.of(
        missing("case", FIELD_MISSING),
        number("sequence 0", "seq", 0, SEQUENCE_REFUSED),
        number("sequence -1", "seq", -1, SEQUENCE_REFUSED),
        number("sequence 2 without the one before", "seq", 2, SEQUENCE_REFUSED),
        Case.text(
            "sequence 2^63",
            p -> p.replace("\"seq\":1", "\"seq\":9223372036854775808"),
            JSON_LIMIT),
        Case.text(
            "sequence 2^53", p -> p.replace("\"seq\":1", "\"seq\":9007199254740992"), JSON_NUMBER),
        string("the first with one before it", "prev", "0".repeat(64), SEQUENCE_REFUSED),
        string("a previous digest too short", "prev", "0".repeat(63), FIELD_REFUSED),
        string("a previous digest in capitals", "prev", "A".repeat(64), FIELD_REFUSED),
        number("seen -1", "seen", -1, SEQUENCE_REFUSED),
        missing("seen", FIELD_MISSING));
  }

  static Stream<Case> times() {
    return Stream.of(
        string("created in 1970", "created", "1970-01-02T00:00:00.000Z", TIMES_REFUSED),
        string("created in 2100", "created", "2100-01-01T00:00:00.000Z", TIMES_REFUSED),
        string(
            "created 24 hours and a moment ahead",
            "created",
            "2026-11-22T08:00:00.001Z",
            CREATED_IN_FUTURE),
        string("without milliseconds", "created", "2026-11-21T08:00:00Z", FIELD_REFUSED),
        string("in another zone", "created", "2026-11-21T15:00:00.00+07:00", FIELD_REFUSED),
        string("on 30 February", "created", "2026-02-30T08:00:00.000Z", FIELD_REFUSED),
        string("in the year 999999999", "created", "+999999998-01-01T00:00:00.000Z", FIELD_REFUSED),
        number("as a number", "created", 1_700_000_000, FIELD_MISSING),
        string("over before it began", "notAfter", "2026-11-21T07:59:59.999Z", TIMES_REFUSED),
        string("over when it began", "notAfter", "2026-11-21T08:00:00.000Z", TIMES_REFUSED),
        string("good for ever", "notAfter", "2027-12-31T00:00:00.000Z", TIMES_REFUSED),
        string("an unknown urgency", "urgency", "panic", FIELD_REFUSED),
        Case.of(
            "expired a moment ago",
            Forge.payload(t ->
                t.put("created", "2026-11-15T08:00:00.000Z")
                    .put("notAfter", "2026-11-21T07:59:59.999Z")),
            EXPIRED));
  }

  static Stream<Case> terms() {
    return Stream.of(
        missing("purpose", FIELD_MISSING),
        string("a blank purpose", "purpose", " \t", FIELD_REFUSED),
        string("a purpose of two lines", "purpose", "one\ntwo", FIELD_REFUSED),
        string("a purpose with NUL", "purpose", "one\0two", FIELD_REFUSED),
        string("a purpose turned right to left", "purpose", "safe \u202Enruter", FIELD_REFUSED),
        string("a purpose of 201 characters", "purpose", "p".repeat(201), FIELD_REFUSED),
        missing("legalBasis", FIELD_MISSING),
        member(
            "a legal basis without article",
            "legalBasis",
            "{\"instrument\":\"MoU\"}",
            FIELD_MISSING),
        member("onward as text", "handling", "{\"onward\":\"no\"}", FIELD_MISSING),
        member(
            "kept until 31 June",
            "handling",
            "{\"onward\":false,\"retainUntil\":\"2027-06-31\"}",
            FIELD_REFUSED));
  }

  static Stream<Case> consents() {
    return Stream.of(
        missing("consent", FIELD_MISSING),
        member(
            "consent by silence", "consent", "{\"scope\":[],\"state\":\"assumed\"}", FIELD_REFUSED),
        member(
            "consent without its record",
            "consent",
            "{\"scope\":[\"kh\"],\"state\":\"given\"}",
            CONSENT_REFUSED),
        member(
            "consent to nothing",
            "consent",
            "{\"recordHash\":\"" + "0".repeat(64) + "\",\"scope\":[],\"state\":\"given\"}",
            CONSENT_REFUSED),
        member(
            "no consent needed, yet a record",
            "consent",
            "{\"recordHash\":\"" + "0".repeat(64) + "\",\"scope\":[],\"state\":\"not-needed\"}",
            CONSENT_REFUSED),
        member(
            "consent that had ended",
            "consent",
            "{\"recordHash\":\""
                + "0".repeat(64)
                + "\",\"scope\":[\"kh\"],\"state\":\"given\",\"validUntil\":\"2026-11-20T00:00:00.000Z\"}",
            CONSENT_REFUSED),
        member(
            "approved by its author",
            "actor",
            "{\"approver\":\"p\",\"pseudonym\":\"p\",\"role\":\"r\"}",
            APPROVER_IS_AUTHOR),
        member("nobody acted", "actor", "{}", FIELD_MISSING));
  }

  static Stream<Case> contents() {
    return Stream.of(
        missing("body", FIELD_MISSING),
        string("a body of text", "body", "hello", FIELD_MISSING),
        member("a body of a list", "body", "[]", FIELD_MISSING),
        member("a schema without digest", "schema", "{\"uri\":\"urn:x\"}", FIELD_MISSING),
        member("an attachment", "attachments", "[{}]", ATTACHMENT_REFUSED),
        member(
            "10,000 attachments",
            "attachments",
            "[0" + ",0".repeat(9_999) + "]",
            ATTACHMENT_REFUSED),
        missing("attachments", FIELD_MISSING),
        member(
            "a trust list of version 0",
            "trust",
            "{\"sha256\":\"" + "0".repeat(64) + "\",\"version\":0}",
            FIELD_REFUSED),
        member(
            "a log of negative size",
            "log",
            "{\"root\":\"" + "0".repeat(64) + "\",\"size\":-1}",
            FIELD_REFUSED),
        member("a member of null", "inReplyTo", "null", FIELD_MISSING),
        Case.of("no padding member", Forge.payload(t -> t.remove("pad")), NOT_PADDED));
  }

  private static Case string(String name, String field, String value, Reason reason) {
    return Case.of(name, Forge.payload(tree -> tree.put(field, value)), reason);
  }

  private static Case number(String name, String field, long value, Reason reason) {
    return Case.of(name, Forge.payload(tree -> tree.put(field, value)), reason);
  }

  private static Case member(String name, String field, String json, Reason reason) {
    var value = StrictJson.object("{\"value\":" + json + "}").get("value");
    return Case.of(name, Forge.payload(tree -> tree.set(field, value)), reason);
  }

  private static Case missing(String field, Reason reason) {
    return Case.of("without " + field, Forge.payload(tree -> tree.remove(field)), reason);
  }
}

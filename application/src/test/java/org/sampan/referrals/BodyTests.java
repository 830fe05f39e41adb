package org.sampan.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;

/// What another node may send us, and every way in which it may not.
class BodyTests {

  private static final String GOOD =
      """
      {"case":"1A2B3C4D","purpose":"RETURN","need":"RECEPTION","urgency":"ONE_DAY","agreement":"th-kh-2003",\
      "consent":"0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","consentUntil":"2027-01-01","language":"th","later":{"x":1},\
      "sender":{"office":"th-dlpw-samutsakhon","nativeName":"สำนักงาน","latinName":"Office","focalPoint":"Malee"},\
      "told":{"age":["ADULT","2003","2004"],"sex":["Feminine"],"name-to-use":["OFFICIAL ស្រី ម៉ុម"],\
      "needs":["shelter","a-later-code"],"do-not-contact":["นายหน้า"],"something-later":["x"]}}\
      """;

  private record Bad(String name, String old, String with, String code) {}

  private static final List<Bad> REQUESTS =
      List.of(
          new Bad("not JSON", GOOD, "{", "BODY_MALFORMED"),
          new Bad("a list", GOOD, "[]", "BODY_MALFORMED"),
          new Bad("no case number", "\"case\":\"1A2B3C4D\",", "", "BODY_CASE"),
          new Bad("a case number with a blank", "1A2B3C4D", "1A 2B", "BODY_CASE"),
          new Bad("a case number that is a number", "\"1A2B3C4D\"", "12", "BODY_CASE"),
          new Bad("an unknown purpose", "\"RETURN\"", "\"REVENGE\"", "BODY_CODE"),
          new Bad("a purpose in lower case", "\"RETURN\"", "\"return\"", "BODY_CODE"),
          new Bad("an unknown need", "RECEPTION", "DEPORTATION", "BODY_CODE"),
          new Bad("an unknown urgency", "ONE_DAY", "AT_ONCE", "BODY_CODE"),
          new Bad("an agreement with a slash", "th-kh-2003", "../etc", "BODY_AGREEMENT"),
          new Bad(
              "an agreement and a reason for none",
              "\"agreement\":\"th-kh-2003\"",
              "\"agreement\":\"th-kh-2003\",\"noAgreement\":\"why\"",
              "BODY_AGREEMENT"),
          new Bad(
              "neither agreement nor reason",
              "\"agreement\":\"th-kh-2003\",",
              "",
              "BODY_AGREEMENT"),
          new Bad("a consent that is no identifier", "0193a1b2-", "zzzzzzzz-", "BODY_CONSENT"),
          new Bad("a last day that is none", "2027-01-01", "2027-02-31", "BODY_DAY"),
          new Bad(
              "an unknown language", "\"language\":\"th\"", "\"language\":\"xx\"", "BODY_LANGUAGE"),
          new Bad("no sender", "\"sender\":", "\"sender2\":", "BODY_SENDER"),
          new Bad(
              "a sender's office that is no code",
              "th-dlpw-samutsakhon",
              "TH Office",
              "BODY_SENDER"),
          new Bad(
              "a sender without a name",
              "\"focalPoint\":\"Malee\"",
              "\"focalPoint\":\"\"",
              "BODY_SENDER"),
          new Bad("nothing told at all", "\"told\":", "\"told2\":", "BODY_TOLD"),
          new Bad(
              "a status of hers", "\"sex\":[\"Feminine\"]", "\"status\":[\"x\"]", "BODY_FORBIDDEN"),
          new Bad("her story", "\"sex\":[\"Feminine\"]", "\"story\":[\"x\"]", "BODY_FORBIDDEN"),
          new Bad(
              "numbers of papers",
              "\"sex\":[\"Feminine\"]",
              "\"numbers\":[\"x\"]",
              "BODY_FORBIDDEN"),
          new Bad("a value that is no list", "[\"Feminine\"]", "\"Feminine\"", "BODY_VALUES"),
          new Bad("an empty list", "[\"Feminine\"]", "[]", "BODY_VALUES"),
          new Bad("two sexes", "[\"Feminine\"]", "[\"Feminine\",\"Masculine\"]", "BODY_VALUES"),
          new Bad("a code with markup", "Feminine", "<b>", "BODY_VALUES"),
          new Bad("a code that is a number", "\"Feminine\"", "1", "BODY_VALUES"),
          new Bad(
              "an age without years",
              "[\"ADULT\",\"2003\",\"2004\"]",
              "[\"ADULT\"]",
              "BODY_VALUES"),
          new Bad(
              "years the wrong way round", "\"2003\",\"2004\"", "\"2005\",\"2004\"", "BODY_VALUES"),
          new Bad("a day instead of a year", "\"2003\"", "\"2003-01-02\"", "BODY_VALUES"),
          new Bad("an unknown age group", "ADULT", "OLD", "BODY_VALUES"),
          new Bad("a name without a kind", "OFFICIAL ស្រី ម៉ុម", "ស្រី", "BODY_VALUES"),
          new Bad("a name of no kind we know", "OFFICIAL ", "POLICE ", "BODY_VALUES"),
          new Bad("a text that turns direction", "นายหน้า", "a\\u202Eb", "BODY_TEXT"),
          new Bad("a text with a control character", "นายหน้า", "a\\u0007b", "BODY_TEXT"),
          new Bad("a text in another normal form", "นายหน้า", "e\\u0301", "BODY_TEXT"),
          new Bad("a text of blanks", "นายหน้า", "  ", "BODY_TEXT"),
          new Bad("a text too long", "นายหน้า", "x".repeat(4001), "BODY_TOO_LONG"),
          new Bad("a code too long", "Feminine", "F".repeat(41), "BODY_TOO_LONG"));

  @TestFactory
  Stream<DynamicTest> a_bad_request_is_refused_by_the_rule_it_breaks() {
    return REQUESTS.stream()
        .map(bad ->
            dynamicTest(
                bad.name(),
                () -> {
                  String body = GOOD.replace(bad.old(), bad.with());

                  assertThat(body).isNotEqualTo(GOOD);
                  assertThatThrownBy(() -> RequestBody.read(body))
                      .isInstanceOfSatisfying(
                          Body.Refused.class,
                          refused -> assertThat(refused.code()).isEqualTo(bad.code()));
                }));
  }

  @Test
  void a_good_request_is_read_and_what_is_unknown_is_passed_over() throws Exception {
    RequestBody body = RequestBody.read(GOOD);

    assertThat(body.told().get(Extract.Item.NEEDS)).containsExactly("shelter", "a-later-code");
    assertThat(body.told()).hasSize(5);
    assertThat(body.sender().focalPoint()).isEqualTo("Malee");
    assertThat(Received.names(body)).hasSize(1);
    assertThat(Received.values(body, place -> true))
        .containsEntry(org.sampan.casework.Question.NEEDS, List.of("shelter"));
  }

  @Test
  void a_request_written_is_read_back_the_same() throws Exception {
    RequestBody body = RequestBody.read(GOOD);

    assertThat(RequestBody.read(body.text())).isEqualTo(body);
    assertThat(RequestBody.read(CanonicalJson.of(body.text()).text())).isEqualTo(body);
  }

  private static final String FEEDBACK =
      """
      {"what":"FEEDBACK","at":"2026-11-21T03:00:00Z","language":"km","by":"Sokha",\
      "outcome":{"met":["yes"],"wellbeing":["4"],"needs":["work"]}}\
      """;

  private static final List<Bad> ANSWERS =
      List.of(
          new Bad("an unknown answer", "FEEDBACK", "MAYBE", "BODY_CODE"),
          new Bad("no time", "\"at\"", "\"at2\"", "BODY_TIME"),
          new Bad("a time that is none", "2026-11-21T03", "yesterday", "BODY_TIME"),
          new Bad("nobody speaks", "\"by\":\"Sokha\"", "\"by\":\"\"", "BODY_BY"),
          new Bad("an unknown language", "\"km\"", "\"xx\"", "BODY_LANGUAGE"),
          new Bad(
              "an outcome of a refusal",
              "\"FEEDBACK\"",
              "\"REFUSED\",\"reason\":\"OTHER\"",
              "BODY_OUTCOME"),
          new Bad(
              "a refusal without a reason",
              FEEDBACK,
              FEEDBACK.replace("FEEDBACK", "REFUSED"),
              "BODY_REASON"),
          new Bad(
              "a reason without a refusal", "\"by\"", "\"reason\":\"OTHER\",\"by\"", "BODY_REASON"),
          new Bad(
              "a reason in words",
              "\"FEEDBACK\"",
              "\"REFUSED\",\"reason\":\"she lied\"",
              "BODY_REASON"),
          new Bad(
              "words too long",
              "\"by\"",
              "\"words\":\"" + "x".repeat(2001) + "\",\"by\"",
              "BODY_TOO_LONG"),
          new Bad(
              "an outcome with a note", "[\"4\"]", "[\"she was sad that day\"]", "BODY_OUTCOME"),
          new Bad("two answers to one question", "[\"yes\"]", "[\"yes\",\"no\"]", "BODY_OUTCOME"));

  @TestFactory
  Stream<DynamicTest> a_bad_answer_is_refused_by_the_rule_it_breaks() {
    return ANSWERS.stream()
        .map(bad ->
            dynamicTest(
                bad.name(),
                () -> {
                  String body = FEEDBACK.replace(bad.old(), bad.with());

                  assertThat(body).isNotEqualTo(FEEDBACK);
                  assertThatThrownBy(() -> StatusBody.read(body))
                      .isInstanceOfSatisfying(
                          Body.Refused.class,
                          refused -> assertThat(refused.code()).isEqualTo(bad.code()));
                }));
  }

  @Test
  void an_answer_written_is_read_back_the_same() throws Exception {
    StatusBody refusal =
        new StatusBody(
            StatusBody.What.REFUSED,
            Instant.parse("2026-11-21T03:00:00Z"),
            "NO_CAPACITY",
            "យើងគ្មានកន្លែង",
            "km",
            "Sokha",
            Map.of());

    assertThat(StatusBody.read(refusal.text())).isEqualTo(refusal);
    assertThat(StatusBody.read(FEEDBACK).outcome()).hasSize(3);
  }

  /// Every letter names the digest of its schema: changing one is a new version of the kind.
  @Test
  void the_schemas_of_version_1_0_stay_as_they_were_published() throws IOException {
    assertThat(digest("referral.request-1.0"))
        .isEqualTo("44dc923835ddb8eb347d2556cbaaa1049da1165c3b55a8000038a9a4d878e059");
    assertThat(digest("referral.status-1.0"))
        .isEqualTo("200dcf0ae29471fccad3385755c3a5e2acf119d4ff049bff658a26bfb28063c5");
  }

  private static String digest(String schema) throws IOException {
    try (InputStream file = BodyTests.class.getResourceAsStream("/schemas/" + schema + ".json")) {
      assertThat(file).isNotNull();
      return Digest.of(file.readAllBytes()).hex();
    }
  }
}

package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sampan.consents.PersonId;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Opener;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.Receipts;
import org.sampan.sealing.Statement;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;

/// What the border does with what it must not take: refused, nothing changed, nothing told.
class RefusalTests extends OnTwoNodes {

  /// A request that is sealed and waits, because the road is cut.
  private record Waiting(Draft draft, byte[] sealed, Letter letter) {}

  private static Waiting waiting() throws Exception {
    nodes.toKh.road = Faults.Road.CUT;
    PersonId person = th.person();
    th.consent(person, "kh");
    UUID caseFile = UuidCreator.getTimeOrderedEpoch();
    Draft draft = th.request(person, caseFile, "kh");
    th.send(draft);
    byte[] sealed = th.sealed(caseFile).getFirst();
    return new Waiting(draft, sealed, open(sealed));
  }

  private static Letter open(byte[] sealed) {
    return switch (Opener.open(
        sealed,
        kh.bean(Keyring.class).opening(),
        kh.bean(Trust.class).list().orElseThrow(),
        new NodeId("kh"),
        kh.clock.instant())) {
      case Checked.Valid<Opener.Opened>(Opener.Opened opened) -> opened.letter();
      case Checked.Refused<Opener.Opened>(var reason) -> throw new AssertionError(reason);
    };
  }

  private static long state() {
    return kh.count("exchange.inbox") * 1000 + kh.count("exchange.thread");
  }

  @Test
  void bent_bytes_are_refused_without_a_trace() throws Exception {
    Waiting waiting = waiting();
    String good = new String(waiting.sealed(), StandardCharsets.US_ASCII);
    Map<String, String> bent = new LinkedHashMap<>();
    bent.put("nothing", "");
    bent.put("a greeting", "hello");
    bent.put("a page", "<html></html>");
    bent.put("cut short", good.substring(0, good.length() - 1));
    bent.put("cut in the middle", good.substring(0, good.length() / 2));
    bent.put("an equals sign more", good + "=");
    bent.put("a line more", good + "\n");
    bent.put("a space before", " " + good);
    bent.put("a part more", good + ".AAAA");
    bent.put(
        "another letter",
        good.substring(0, 900) + (good.charAt(900) == 'A' ? 'B' : 'A') + good.substring(901));
    bent.put("no algorithm", "eyJhbGciOiJub25lIn0.." + good.substring(good.indexOf('.') + 1));
    bent.put("null bytes", "\0".repeat(500));
    long before = state();

    bent.forEach((name, text) -> {
      HttpResponse<String> answer = post(kh, text);
      assertThat(answer.statusCode()).as(name).isBetween(400, 499);
      assertThat(answer.body()).as(name).matches("refused|[A-Za-z0-9_.-]+");
    });

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void too_much_and_the_wrong_kind_of_thing_are_refused_before_any_key_is_touched()
      throws Exception {
    HttpResponse<String> large = post(kh, "A".repeat(1024 * 1024 + 1));
    HttpRequest form =
        HttpRequest.newBuilder(kh.address().resolve("/x/v1/envelopes"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("a=b"))
            .build();

    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(
            HttpClient.newHttpClient()
                .send(form, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void a_letter_for_another_node_is_refused_by_signature() throws Exception {
    Waiting waiting = waiting();

    HttpResponse<String> answer = th.post("/x/v1/envelopes", waiting.sealed());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(bounce(answer.body(), "th")).isEqualTo("RECIPIENT_KEY_UNKNOWN");
  }

  @Test
  void the_same_identifier_with_another_content_is_refused_and_told() throws Exception {
    Waiting waiting = waiting();
    assertThat(kh.post("/x/v1/envelopes", waiting.sealed()).statusCode()).isEqualTo(200);
    long alarms = alarms();
    byte[] other = sealed(like(waiting.letter(), waiting.letter().id(), waiting.letter().life()));

    HttpResponse<String> answer = kh.post("/x/v1/envelopes", other);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(bounce(answer.body(), "kh")).isEqualTo("EQUIVOCATION");
    assertThat(alarms()).isEqualTo(alarms + 1);
  }

  @Test
  void another_message_under_the_same_number_is_refused_and_told() throws Exception {
    Waiting waiting = waiting();
    assertThat(kh.post("/x/v1/envelopes", waiting.sealed()).statusCode()).isEqualTo(200);
    Letter.Id id = new Letter.Id(UuidCreator.getTimeOrderedEpoch());
    byte[] other = sealed(like(waiting.letter(), id, waiting.letter().life()));

    HttpResponse<String> answer = kh.post("/x/v1/envelopes", other);

    assertThat(bounce(answer.body(), "kh")).isEqualTo("NUMBER_TAKEN");
  }

  @Test
  void a_letter_whose_time_is_over_is_refused_by_signature() throws Exception {
    Waiting waiting = waiting();
    Instant now = kh.clock.instant();
    Letter.Life past =
        new Letter.Life(now.minusSeconds(100), now.minusSeconds(10), Letter.Urgency.ROUTINE);
    Letter.Id id = new Letter.Id(UuidCreator.getTimeOrderedEpoch());

    HttpResponse<String> answer =
        kh.post("/x/v1/envelopes", sealed(like(waiting.letter(), id, past)));

    assertThat(bounce(answer.body(), "kh")).isEqualTo("EXPIRED");
  }

  @Test
  void a_hello_is_taken_once_and_from_a_signed_peer_only() throws Exception {
    Statement hello =
        Statement.of(
            "sys.hello",
            new NodeId("th"),
            new NodeId("kh"),
            th.clock.instant(),
            CanonicalJson.of("{\"all\":true,\"wanted\":[]}"));
    String signed = hello.sign(th.bean(Keyring.class).signing());
    String forged = hello.sign(org.sampan.sealing.SigningKey.generate());

    assertThat(post(kh, "/x/v1/hello", forged).statusCode()).isEqualTo(400);
    assertThat(post(kh, "/x/v1/hello", signed).statusCode()).isEqualTo(200);
    assertThat(post(kh, "/x/v1/hello", signed).statusCode()).isEqualTo(409);
  }

  @Test
  void a_receipt_is_given_again_to_the_node_that_sent_the_message() throws Exception {
    Waiting waiting = waiting();
    String r1 = kh.post("/x/v1/envelopes", waiting.sealed()).body();
    URI address = kh.address().resolve("/x/v1/receipts/" + waiting.draft().id().value());
    String asked =
        Statement.of(
                "sys.receipt",
                new NodeId("th"),
                new NodeId("kh"),
                th.clock.instant(),
                CanonicalJson.of("{}"))
            .sign(th.bean(Keyring.class).signing());
    HttpRequest stranger = HttpRequest.newBuilder(address).build();
    HttpRequest sender = HttpRequest.newBuilder(address).header("Sampan-Statement", asked).build();
    HttpClient client = HttpClient.newHttpClient();

    assertThat(client.send(stranger, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(404);
    assertThat(client.send(sender, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo(r1);
  }

  private static Letter like(Letter letter, Letter.Id id, Letter.Life life) {
    return new Letter(
        id,
        letter.route(),
        letter.order(),
        life,
        letter.terms(),
        letter.actor(),
        new Letter.Content(
            CanonicalJson.of("{\"office\":\"kh-focal-point\",\"sex\":\"other\"}"),
            letter.content().schema()),
        letter.knowledge());
  }

  private static byte[] sealed(Letter letter) {
    return th.bean(Scribe.class).seal(letter, null).envelope().bytes();
  }

  private static String bounce(String text, String by) {
    return switch (Receipts.check(
        text, kh.bean(Trust.class).list().orElseThrow(), kh.clock.instant())) {
      case Checked.Valid<Receipt>(Receipt.Bounced bounced)
          when bounced.by().node().value().equals(by) ->
          bounced.reasonCode();
      default -> "not a bounce: " + Digest.of(text);
    };
  }

  private static long alarms() {
    return kh.bean(org.sampan.audit.Audit.class)
        .counts()
        .getOrDefault("exchange.alarm.equivocation", 0L);
  }

  private static HttpResponse<String> post(NodeInTest node, String text) {
    return post(node, "/x/v1/envelopes", text);
  }

  private static HttpResponse<String> post(NodeInTest node, String path, String text) {
    try {
      return node.post(path, text.getBytes(StandardCharsets.UTF_8));
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }
}

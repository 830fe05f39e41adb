package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.FilesBesideTests.photograph;
import static org.sampan.exchange.FilesBesideTests.send;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.attachments.Enclosures;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.Statement;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Keyring;

/// Files asked for at the border by whoever likes: given to the node they are for, once its letter
/// is there, and to nobody else.
class LendingTests extends OnTwoNodes {

  private static final String FETCH = "sys.fetch";

  private FilesBesideTests.Sent sent;
  private String parcel;
  private long size;

  /// A letter is in Cambodia, its file is not.
  @BeforeEach
  void aFileUnderWay() throws Exception {
    nodes.toKh.cutAfter.set(0);
    sent = send(photograph(40_000), UuidCreator.getTimeOrderedEpoch(), "");
    within(() -> th.state(sent.draft().id()) == DeliveryState.RELAYED);
    String which =
        " from attachments.parcel p join attachments.paper f on f.parcel = p.id where f.record = :record";
    parcel = of("select p.digest" + which, String.class);
    size = of("select p.size" + which, Long.class);
  }

  private <T> T of(String question, Class<T> type) {
    return th.sql().sql(question).param("record", sent.id()).query(type).single();
  }

  @AfterEach
  void inGoodStanding() throws Exception {
    th.clock.putBack();
    nodes.ofCambodia = TrustedNode.Status.ACTIVE;
    nodes.publish();
  }

  @Test
  void who_signs_nothing_or_not_as_the_node_it_is_for_finds_nothing() throws Exception {
    List<Object> before = errands();
    SigningKey stranger = SigningKey.generate();
    Instant now = th.clock.instant();
    Instant longAgo = now.minus(Duration.ofHours(26));

    absent(get(parcel, ""));
    absent(get(parcel, "nothing.that.is-signed"));
    absent(get(parcel, wanted(parcel, 0).sign(stranger)));
    absent(get(parcel, from("th", "kh", FETCH, now, body(parcel, 0)).sign(keyOf(th))));
    absent(get(parcel, from("kh", "vn", FETCH, now, body(parcel, 0)).sign(keyOf(kh))));
    absent(get(parcel, from("kh", "th", "sys.blob", now, body(parcel, 0)).sign(keyOf(kh))));
    absent(get(parcel, from("kh", "th", FETCH, longAgo, body(parcel, 0)).sign(keyOf(kh))));

    assertThat(errands()).isEqualTo(before);
  }

  @Test
  void what_is_not_there_or_is_out_of_range_is_not_given() throws Exception {
    List<Object> before = errands();
    String none = Digest.of("nothing").hex();

    absent(get(none, signed(none, 0)));
    refused(get(parcel, signed(none, 0)));
    refused(get(none, signed(parcel, 0)));
    assertThat(get("..%2F..%2Fetc%2Fpasswd", signed(parcel, 0)).statusCode()).isIn(400, 404);
    refused(get(parcel, signed(parcel, size + 1)));
    refused(get(parcel, signed(parcel, -1)));
    refused(get(parcel, sign("{\"blob\":\"" + parcel + "\",\"from\":\"0\"}")));
    refused(get(parcel, sign("{\"blob\":\"" + parcel + "\"}")));
    refused(get(parcel, sign("{}")));

    assertThat(errands()).isEqualTo(before);
  }

  @Test
  void what_is_for_another_node_or_came_from_one_is_not_given() throws Exception {
    change("update attachments.errand set peer = 'vn' where record = :record");
    absent(get(parcel, signed(parcel, 0)));
    change("update attachments.errand set peer = 'kh' where record = :record");
    change(
        "update attachments.parcel set origin = 'vn' where id = (select parcel from attachments.errand where record = :record)");
    absent(get(parcel, signed(parcel, 0)));
    change(
        "update attachments.parcel set origin = '' where id = (select parcel from attachments.errand where record = :record)");

    assertThat(get(parcel, signed(parcel, 0)).statusCode()).isEqualTo(200);
  }

  @Test
  void before_its_letter_is_there_and_after_it_was_taken_back_it_is_not_given() throws Exception {
    change("update attachments.errand set state = 'WAITS' where record = :record");
    absent(get(parcel, signed(parcel, 0)));
    change("update attachments.errand set state = 'GOES' where record = :record");

    th.withdraw(sent.consent(), sent.person(), "kh");

    absent(get(parcel, signed(parcel, 0)));
  }

  @Test
  void a_suspended_node_is_given_nothing() throws Exception {
    String question = signed(parcel, 0);
    nodes.ofCambodia = TrustedNode.Status.SUSPENDED;
    nodes.publish();
    List<Object> before = errands();

    absent(get(parcel, question));
    absent(get(parcel, signed(parcel, 0)));

    assertThat(errands()).isEqualTo(before);
  }

  @Test
  void nothing_is_given_by_an_expired_list() throws Exception {
    th.clock.goAhead(Duration.ofDays(40));
    String question = from("kh", "th", FETCH, th.clock.instant(), body(parcel, 0)).sign(keyOf(kh));
    List<Object> before = errands();

    HttpResponse<byte[]> answer = get(parcel, question);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(text(answer)).isEqualTo("later");
    assertThat(errands()).isEqualTo(before);
    // Nor is anything brought.
    nodes.toKh.cutAfter.set(1);
    th.bean(Enclosures.class).heard("kh");
    Thread.sleep(300);
    assertThat(nodes.toKh.cutAfter).hasValue(1);
  }

  @Test
  void whoever_knocks_without_end_is_told_to_slow_down() throws Exception {
    // All within one second of the node's.
    th.clock.stop();
    int knocks = 1;
    while (get(parcel, "").statusCode() == 404 && knocks < 1_000) {
      knocks++;
    }

    HttpResponse<byte[]> answer = get(parcel, signed(parcel, 0));

    assertThat(knocks).isLessThanOrEqualTo(201);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(text(answer)).isEqualTo("slower");
    // Else whoever comes next still knocks in that second.
    th.clock.putBack();
    Thread.sleep(1_000);
  }

  private static SigningKey keyOf(NodeInTest node) {
    return node.bean(Keyring.class).signing();
  }

  private static Statement from(String node, String to, String kind, Instant at, String body) {
    return Statement.of(kind, new NodeId(node), new NodeId(to), at, CanonicalJson.of(body));
  }

  private static String body(String blob, long at) {
    return "{\"blob\":\"%s\",\"from\":%d}".formatted(blob, at);
  }

  private static Statement wanted(String blob, long at) {
    return from("kh", "th", FETCH, th.clock.instant(), body(blob, at));
  }

  private static String signed(String blob, long at) {
    return wanted(blob, at).sign(keyOf(kh));
  }

  private static String sign(String body) {
    return from("kh", "th", FETCH, th.clock.instant(), body).sign(keyOf(kh));
  }

  private void change(String statement) {
    th.inTransaction(() -> th.sql().sql(statement).param("record", sent.id()).update());
  }

  /// What a question could change.
  private List<Object> errands() {
    return th.sql()
        .sql(
            "select state || ' ' || arrived || ' ' || sent || ' ' || peer as all from attachments.errand where record = :record")
        .param("record", sent.id())
        .query((row, n) -> (Object) row.getString(1))
        .list();
  }

  private static HttpResponse<byte[]> get(String blob, String statement) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(th.address() + "/x/v1/blobs/" + blob)).GET();
    if (!statement.isEmpty()) {
      request.header("Sampan-Statement", statement);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.US_ASCII);
  }

  private static void absent(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(text(answer)).isEqualTo("absent");
    assertThat(answer.headers().firstValue("Sampan-Statement")).isEmpty();
  }

  private static void refused(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(text(answer)).isEqualTo("refused");
    assertThat(answer.headers().firstValue("Sampan-Statement")).isEmpty();
  }
}

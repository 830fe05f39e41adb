package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.exchange.FilesBesideTests.photograph;
import static org.sampan.exchange.FilesBesideTests.send;
import static org.sampan.exchange.TwoNodes.within;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Statement;
import org.sampan.trust.Keyring;

/// Ranges of files handed in at the border by whoever likes.
class RangeTests extends OnTwoNodes {

  @Test
  void ranges_nobody_announced_nobody_signed_or_that_are_too_long_are_refused() throws Exception {
    nodes.toKh.cutAfter.set(0);
    FilesBesideTests.Sent sent = send(photograph(40_000), UuidCreator.getTimeOrderedEpoch(), "");
    within(() -> th.state(sent.draft().id()) == DeliveryState.RELAYED);
    String parcel =
        kh.sql()
            .sql(
                "select digest from attachments.parcel p join attachments.paper f on f.parcel = p.id where f.record = :record")
            .param("record", sent.id())
            .query(String.class)
            .single();
    byte[] some = photograph(100);
    String none = Digest.of("nothing").hex();

    assertThat(put(none, some, said(none, 0, some.length, some)).statusCode()).isEqualTo(404);
    assertThat(put(parcel, some, "").statusCode()).isEqualTo(404);
    assertThat(put(parcel, some, said(none, 0, some.length, some)).statusCode()).isEqualTo(400);
    assertThat(put(parcel, some, said(parcel, 0, some.length, photograph(101))).statusCode())
        .isEqualTo(400);
    assertThat(put(parcel, some, said(parcel, 0, some.length + 1, some)).statusCode())
        .isEqualTo(400);
    assertThat(put(parcel, some, said(parcel, -1, some.length, some)).statusCode()).isEqualTo(400);
    assertThat(put(parcel, some, said(parcel, 0, 9 * 1024 * 1024, some)).statusCode())
        .isEqualTo(413);
    assertThat(put("../../secret", some, said(parcel, 0, some.length, some)).statusCode())
        .isIn(400, 404);
    assertThat(put(parcel, some, said(parcel, 8_000, some.length, some)).statusCode())
        .as("out of turn: told how much is here")
        .isEqualTo(200);
    byte[] more = photograph(50_000);
    assertThat(put(parcel, more, said(parcel, 0, more.length, more)).statusCode())
        .as("longer than announced: the same")
        .isEqualTo(200);
    assertThat(
            kh.count(
                "attachments.piece p join attachments.paper f on f.parcel = p.parcel where f.record = '"
                    + sent.id()
                    + "'"))
        .isZero();
  }

  private static String said(String blob, long from, long length, byte[] range) {
    String body =
        "{\"blob\":\"%s\",\"from\":%d,\"length\":%d,\"sha256\":\"%s\"}"
            .formatted(blob, from, length, Digest.of(range).hex());
    Statement statement =
        Statement.of(
            "sys.blob",
            new NodeId("th"),
            new NodeId("kh"),
            th.clock.instant(),
            CanonicalJson.of(body));
    return statement.sign(th.bean(Keyring.class).signing());
  }

  private static HttpResponse<String> put(String blob, byte[] range, String statement)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(java.net.URI.create(kh.address() + "/x/v1/blobs/" + blob))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(range));
    if (!statement.isEmpty()) {
      request.header("Sampan-Statement", statement);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}

package org.sampan.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.schemas.Schemas;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Opener;
import org.sampan.sealing.Reason;
import org.sampan.sealing.Statement;
import org.sampan.sealing.TrustList;
import org.sampan.trust.Doorway;
import org.sampan.trust.Keyring;
import org.sampan.trust.Line;
import org.sampan.trust.Trust;
import org.sampan.web.Open;
import org.sampan.web.Typed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// Where other nodes knock. They are known by their signatures, never by a sign-in; every refusal
/// has a constant text, and size and pace are limited before any key is touched.
@Controller
class Border {

  private static final Logger LOG = LoggerFactory.getLogger(Border.class);
  private static final int MOST_A_SECOND = 200;
  private static final Doorway.Limit LETTERS =
      new Doorway.Limit("exchange", MOST_A_SECOND, 1024 * 1024);
  private static final Doorway.Limit HELLOS =
      new Doorway.Limit("exchange", MOST_A_SECOND, Statement.MAX_BYTES);
  private static final MediaType JOSE = MediaType.parseMediaType(Courier.Link.MEDIA_TYPE);

  private final Arrivals arrivals;
  private final Answers answers;
  private final Receipts receipts;
  private final Inbox inbox;
  private final Schemas schemas;
  private final Keyring keys;
  private final Trust trust;
  private final Line line;
  private final Doorway doorway;
  private final Clock clock;

  Border(
      Arrivals arrivals,
      Answers answers,
      Receipts receipts,
      Inbox inbox,
      Schemas schemas,
      Keyring keys,
      Trust trust,
      Line line,
      Doorway doorway,
      Clock clock) {
    this.arrivals = arrivals;
    this.answers = answers;
    this.receipts = receipts;
    this.inbox = inbox;
    this.schemas = schemas;
    this.keys = keys;
    this.trust = trust;
    this.line = line;
    this.doorway = doorway;
    this.clock = clock;
  }

  @PostMapping("/x/v1/envelopes")
  @Open
  ResponseEntity<byte[]> envelope(HttpServletRequest request) throws IOException {
    Optional<ResponseEntity<byte[]>> refused = atTheDoor(request, LETTERS);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<byte[]> read = Doorway.read(request, LETTERS);
    Optional<TrustList> list = trust.list();
    if (read.isEmpty()) {
      return Doorway.text(413, "too large");
    }
    if (list.isEmpty()) {
      return Doorway.text(503, "later");
    }
    byte[] sealed = read.get();
    return switch (Opener.open(sealed, keys.opening(), list.get(), trust.self(), clock.instant())) {
      case Checked.Valid<Opener.Opened>(Opener.Opened opened)
          when !line.speaksFor(request, opened.letter().route().from()) -> {
        // Another node hands in what it did not write: by stick that is its right, by wire not.
        LOG.warn("envelope of {} by another line", opened.letter().route().from());
        yield Doorway.text(403, "refused");
      }
      case Checked.Valid<Opener.Opened>(Opener.Opened opened) -> take(opened, sealed);
      case Checked.Refused<Opener.Opened>(Reason reason) -> refuse(sealed, reason);
    };
  }

  private ResponseEntity<byte[]> take(Opener.Opened opened, byte[] sealed) {
    try {
      return switch (arrivals.take(opened, sealed)) {
        case Arrivals.Answer.Stored(String receipt) -> signed(200, receipt);
        case Arrivals.Answer.Bounced(String receipt) -> signed(409, receipt);
      };
    } catch (RuntimeException fault) {
      // Nothing was committed: the sender keeps its copy and tries again.
      LOG.error("arrival {} undone {}", opened.letter().id(), fault.getClass().getName());
      return Doorway.text(503, "later");
    }
  }

  /// Only what an honest sender can meet is refused by signature; bytes spoilt on the way are not.
  private ResponseEntity<byte[]> refuse(byte[] sealed, Reason reason) {
    LOG.warn("envelope refused {}", reason);
    if (reason.permanent() && reason.compareTo(Reason.RECIPIENT_KEY_UNKNOWN) >= 0) {
      return signed(422, receipts.bounced(Digest.of(sealed), reason.name()));
    }
    if (reason == Reason.TRUST_LIST_BEHIND) {
      trust.behind();
    }
    return reason.permanent() ? Doorway.text(400, "refused") : Doorway.text(503, "later");
  }

  @PostMapping("/x/v1/hello")
  @Open
  ResponseEntity<byte[]> hello(HttpServletRequest request) throws IOException {
    Optional<ResponseEntity<byte[]>> refused = atTheDoor(request, HELLOS);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<byte[]> said = Doorway.read(request, HELLOS);
    Instant now = clock.instant();
    Optional<TrustList> list = trust.list();
    if (said.isEmpty() || list.isEmpty()) {
      return Doorway.text(400, "refused");
    }
    String statement = new String(said.get(), StandardCharsets.UTF_8);
    if (Statement.check(statement, list.get(), trust.self(), now)
            instanceof Checked.Valid<Statement>(Statement hello)
        && hello.kind().equals(Hellos.KIND)
        && line.speaksFor(request, hello.from())
        && schemas.fits(Schemas.HELLO, hello.body())) {
      return answers
          .to(hello)
          .map(body -> answer(hello, body, now))
          .orElseGet(() -> Doorway.text(409, "refused"));
    }
    return Doorway.text(400, "refused");
  }

  private ResponseEntity<byte[]> answer(Statement hello, CanonicalJson body, Instant now) {
    CanonicalJson told = schemas.ours(Schemas.ANSWER, body);
    Statement answer = Statement.of(Hellos.KIND, trust.self(), hello.from(), now, told);
    StringBuilder said = new StringBuilder(answer.sign(keys.signing()));
    for (byte[] letter : answers.letters(hello)) {
      said.append('\n').append(new String(letter, StandardCharsets.US_ASCII));
    }
    return signed(200, said.toString());
  }

  /// The stored R1 of a message, for the node that sent it: it asks by a signed statement.
  @GetMapping("/x/v1/receipts/{id}")
  @Open
  ResponseEntity<byte[]> receipt(
      @PathVariable("id") String id,
      @RequestHeader(name = "Sampan-Statement", required = false) @Nullable String statement) {
    Optional<TrustList> list = trust.list();
    if (statement == null || list.isEmpty()) {
      return Doorway.text(404, "absent");
    }
    return switch (Statement.check(statement, list.get(), trust.self(), clock.instant())) {
      case Checked.Valid<Statement>(Statement asked) when asked.kind().equals("sys.receipt") ->
          Typed.identifier(id)
              .flatMap(message -> inbox.from(asked.from().value(), message))
              .map(message -> signed(200, message.r1()))
              .orElseGet(() -> Doorway.text(404, "absent"));
      case Checked.Valid<Statement> other -> Doorway.text(404, "absent");
      case Checked.Refused<Statement> refused -> Doorway.text(404, "absent");
    };
  }

  private Optional<ResponseEntity<byte[]>> atTheDoor(
      HttpServletRequest request, Doorway.Limit limit) {
    return doorway
        .refused(request, limit)
        .or(() ->
            request.getContentType() != null
                    && request.getContentType().startsWith(Courier.Link.MEDIA_TYPE)
                ? Optional.empty()
                : Optional.of(Doorway.text(415, "refused")));
  }

  private static ResponseEntity<byte[]> signed(int status, String jws) {
    return ResponseEntity.status(status)
        .contentType(JOSE)
        .body(jws.getBytes(StandardCharsets.US_ASCII));
  }
}

package org.sampan.trust;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What everybody passes before anything another node says is looked at: how often one address
/// knocks, and how much it brings. Refusals are constant texts and tell nothing.
@Component
public class Doorway {

  /// What one door lets in.
  ///
  /// @param door its name: each door counts for itself
  /// @param aSecond the most requests of one address in a second
  /// @param bytes the most a request may bring
  public record Limit(String door, int aSecond, int bytes) {}

  /// How often one address knocked in this second.
  private record Pace(long second, int count) {}

  private static final int MOST_ADDRESSES = 1000;

  private final Map<String, Pace> paces = new ConcurrentHashMap<>();
  private final Clock clock;

  /// @param clock whose seconds count
  public Doorway(Clock clock) {
    this.clock = clock;
  }

  /// The refusal of what knocks too often, or says that it brings too much; nothing lets it in.
  public Optional<ResponseEntity<byte[]>> refused(HttpServletRequest request, Limit limit) {
    long second = clock.instant().getEpochSecond();
    if (paces.size() > MOST_ADDRESSES) {
      paces.clear();
    }
    Pace pace =
        paces.merge(
            limit.door() + '|' + request.getRemoteAddr(),
            new Pace(second, 1),
            (before, one) ->
                before.second() == second ? new Pace(second, before.count() + 1) : one);
    if (pace.count() > limit.aSecond()) {
      return Optional.of(text(429, "slower"));
    }
    return request.getContentLengthLong() > limit.bytes()
        ? Optional.of(text(413, "too large"))
        : Optional.empty();
  }

  /// What it brings; nothing when that is more than it may, whatever it said before.
  public static Optional<byte[]> read(HttpServletRequest request, Limit limit) throws IOException {
    try (InputStream body = request.getInputStream()) {
      byte[] read = body.readNBytes(limit.bytes() + 1);
      return read.length > limit.bytes() ? Optional.empty() : Optional.of(read);
    }
  }

  /// An answer that is the same for everybody.
  public static ResponseEntity<byte[]> text(int status, String constant) {
    return ResponseEntity.status(status)
        .contentType(MediaType.TEXT_PLAIN)
        .body(constant.getBytes(StandardCharsets.US_ASCII));
  }
}

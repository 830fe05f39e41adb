package org.sampan.attachments;

import java.time.Instant;
import java.util.UUID;

/// A file beside a record, without its content.
///
/// @param record the referral or message it belongs to
/// @param what the code of what it is, as `passport`; empty while only its letter is known
/// @param mediaType found in its content, never taken from whoever sent it
/// @param size in bytes
/// @param sha256 the digest of the file
public record Paper(
    UUID record, UUID id, String what, String mediaType, long size, String sha256, Instant added) {

  /// Where it is opened.
  public String path() {
    return "/papers/" + record + "/" + id;
  }

  /// Its size in whole kilobytes, at least one.
  public long kilobytes() {
    return Math.max(1, Math.round(size / 1000.0));
  }

  /// What kind of file it is, as the end of its name.
  public String ending() {
    return switch (mediaType) {
      case "image/jpeg" -> "jpg";
      case "image/png" -> "png";
      default -> "pdf";
    };
  }
}

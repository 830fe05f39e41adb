package org.sampan.consentrecords;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sampan.consents.Category;
import org.sampan.consents.Consent;
import org.sampan.consents.Purpose;
import org.sampan.exchange.MessageId;
import tools.jackson.databind.JsonNode;

/// What another node states that she allowed: the body of a `consent.record/1.0`. Its schema stands
/// in `schemas/consent.record-1.0.json` and was checked before this reads it.
///
/// @param node who states it
/// @param hash the digest of the record there, by which its letters name it
/// @param office the code of the office of ours it allows, or `*` for any
/// @param language the tag of the language it was read aloud in, or `other`
/// @param last its last day; none means until she takes it back
/// @param recorded when it was written down there
/// @param ended when it was withdrawn
record Heard(
    MessageId message,
    String node,
    String hash,
    Allowed allowed,
    Consent.Giver giver,
    String language,
    LocalDate day,
    @Nullable LocalDate last,
    Instant recorded,
    Instant at,
    @Nullable Instant ended) {

  /// The scope of it, as far as it is about us.
  record Allowed(Purpose purpose, String office, Set<Category> categories) {
    Allowed {
      categories = Set.copyOf(categories);
    }

    /// In the order they are asked.
    Set<Category> inOrder() {
      return new TreeSet<>(categories);
    }
  }

  /// Reads one.
  static Heard read(MessageId message, String node, JsonNode body, Instant at) {
    Set<Category> categories = new TreeSet<>();
    body.path("categories").forEach(one -> categories.add(Category.valueOf(one.stringValue())));
    JsonNode last = body.get("validUntil");
    return new Heard(
        message,
        node,
        body.path("sha256").stringValue(),
        new Allowed(
            Purpose.valueOf(body.path("purpose").stringValue()),
            body.path("recipient").path("office").stringValue(),
            categories),
        Consent.Giver.valueOf(body.path("giver").stringValue()),
        body.path("language").stringValue(),
        LocalDate.parse(body.path("day").stringValue()),
        last == null ? null : LocalDate.parse(last.stringValue()),
        Instant.parse(body.path("recorded").stringValue()),
        at,
        null);
  }

  /// Whether it covers what a letter said it covers.
  boolean covers(Set<String> claimed) {
    return claimed.stream()
        .allMatch(name -> allowed.categories().stream().anyMatch(one -> one.name().equals(name)));
  }
}

package org.sampan.sealing;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One node of the trust list.
///
/// @param country ISO 3166-1 alpha-2, upper case
/// @param type what kind of body runs it, as `government`, `ngo`, `secretariat`
/// @param names what people call it
/// @param endpoint where it listens (http or https), or null if it only polls
/// @param kinds names of the kinds it may originate, without version
/// @param offices where a letter can be addressed within the node
public record TrustedNode(
    NodeId id,
    String country,
    String type,
    Status status,
    Names names,
    @Nullable URI endpoint,
    List<Key> keys,
    List<String> kinds,
    List<Office> offices) {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public TrustedNode {
    Refusal.unless(COUNTRY.matcher(country).matches(), Reason.FIELD_REFUSED);
    Refusal.unless(isWord(type), Reason.FIELD_REFUSED);
    Refusal.unless(endpoint == null || isWeb(endpoint), Reason.FIELD_REFUSED);
    keys = List.copyOf(keys);
    kinds = checkedKinds(kinds);
    offices = List.copyOf(offices);
    long distinct = offices.stream().map(Office::id).distinct().count();
    Refusal.unless(distinct == offices.size(), Reason.LIST_REFUSED);
  }

  /// Where a node stands in the circle.
  public enum Status {
    /// May send and receive.
    ACTIVE,
    /// May send only `sys.` kinds until it has passed its checks.
    PROBATION,
    /// Nothing it signs is accepted.
    SUSPENDED
  }

  /// A key with the time it counts.
  ///
  /// @param from the first instant of validity
  /// @param until the first instant after it
  /// @param revoked from when it no longer counts, if ever
  public record Key(PublicPart part, Instant from, Instant until, @Nullable Instant revoked) {
    public Key {
      from = from.truncatedTo(ChronoUnit.MILLIS);
      until = until.truncatedTo(ChronoUnit.MILLIS);
      revoked = revoked == null ? null : revoked.truncatedTo(ChronoUnit.MILLIS);
      Refusal.unless(from.isBefore(until), Reason.TIMES_REFUSED);
    }

    TrustList.KeyState at(Instant instant) {
      if (revoked != null && !instant.isBefore(revoked)) {
        return TrustList.KeyState.REVOKED;
      }
      if (instant.isBefore(from)) {
        return TrustList.KeyState.NOT_YET;
      }
      return instant.isBefore(until) ? TrustList.KeyState.VALID : TrustList.KeyState.EXPIRED;
    }
  }

  /// Display names by language tag; English always, lines of at most 200 characters.
  public record Names(SortedMap<String, String> byLanguage) {
    public Names {
      Refusal.unless(byLanguage.containsKey("en"), Reason.FIELD_MISSING);
      byLanguage.keySet().forEach(each -> Refusal.unless(isWord(each), Reason.FIELD_REFUSED));
      byLanguage.values().forEach(each -> Fields.line(each, 200));
      byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    }

    /// The names given, as `Names.of(Map.of("en", "Phnom Penh", "km", "..."))`.
    public static Names of(Map<String, String> byLanguage) {
      return new Names(new TreeMap<>(byLanguage));
    }

    /// The name in this language, or in English.
    public String in(String language) {
      var name = byLanguage.get(language);
      return name != null ? name : Objects.requireNonNull(byLanguage.get("en"));
    }
  }

  /// An office a letter can be addressed to, by an identifier unique within its node.
  ///
  /// @param kinds names of the kinds it takes, without version
  public record Office(String id, Names names, List<String> kinds) {
    public Office {
      Refusal.unless(isWord(id), Reason.FIELD_REFUSED);
      kinds = checkedKinds(kinds);
    }
  }

  /// Whether the list lets this node send this kind now.
  public boolean mayOriginate(Letter.Kind kind) {
    return switch (status) {
      case ACTIVE -> kinds.contains(kind.name());
      case PROBATION -> kind.name().startsWith("sys.") && kinds.contains(kind.name());
      case SUSPENDED -> false;
    };
  }

  private static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  private static boolean isWeb(URI endpoint) {
    var scheme = endpoint.getScheme();
    return ("https".equals(scheme) || "http".equals(scheme))
        && endpoint.getHost() != null
        && endpoint.getUserInfo() == null
        && endpoint.toString().length() <= 200;
  }

  private static List<String> checkedKinds(List<String> kinds) {
    Refusal.unless(kinds.stream().allMatch(Letter.Kind::isName), Reason.FIELD_REFUSED);
    Refusal.unless(kinds.stream().distinct().count() == kinds.size(), Reason.LIST_REFUSED);
    return kinds.stream().sorted().toList();
  }
}

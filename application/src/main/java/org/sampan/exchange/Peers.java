package org.sampan.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sampan.consents.Reachable;
import org.sampan.consents.Recipient;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;
import org.springframework.stereotype.Component;

/// The front door to who can be written to: the other nodes, their offices, and what was agreed
/// between countries.
@Component
public class Peers implements Reachable {

  /// Another node.
  public record Peer(String node, String country) {}

  /// Another node said how far its log reaches, in a letter or a receipt that it signed.
  public record HeadHeard(String peer, Letter.LogHead head) {}

  /// An office that takes messages of some kind.
  ///
  /// @param code its code, as a draft names it
  public record Addressee(String node, String country, String code) {}

  /// An agreement between two countries, as far as a readable source says. It names no deadline,
  /// because no source was found that does.
  ///
  /// @param id names it in messages; its title stands in the words files under [#words]
  /// @param parties two letters each
  /// @param signed the year; `inForce` and `amended` are empty when no source says
  /// @param source where that can be read
  public record Agreement(
      String id,
      Set<String> parties,
      String signed,
      String inForce,
      String amended,
      String source) {
    /// The key of its title.
    public String words() {
      return "exchange.agreement." + id;
    }
  }

  private final Trust trust;
  private final Keyring keys;
  private final Clock clock;
  private final List<Agreement> agreements;

  Peers(Trust trust, Keyring keys, Clock clock) {
    this.trust = trust;
    this.keys = keys;
    this.clock = clock;
    this.agreements = read();
  }

  /// The other nodes of the trust list that are in use.
  public List<Peer> all() {
    return others().stream().map(node -> new Peer(node.id().value(), node.country())).toList();
  }

  /// The offices that take messages of this kind, as `referral.request/1.0`.
  public List<Addressee> offices(String kind) {
    String name = Kinds.of(kind).orElseThrow().kind().name();
    return others().stream()
        .flatMap(node ->
            node.offices().stream()
                .filter(office -> office.kinds().contains(name))
                .map(office -> new Addressee(node.id().value(), node.country(), office.id())))
        .toList();
  }

  @Override
  public List<Named> offices() {
    return others().stream()
        .flatMap(node -> node.offices().stream().map(office -> named(node, office)))
        .toList();
  }

  private static Named named(TrustedNode node, TrustedNode.Office office) {
    String own =
        office.names().byLanguage().entrySet().stream()
            .filter(name -> !name.getKey().equals("en"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseGet(() -> office.names().in("en"));
    return new Named(
        new Recipient(node.country(), node.id().value(), office.id()),
        own,
        office.names().in("en"));
  }

  /// The node's name in this language, in English when it has none, or its identifier.
  public String name(String node, String language) {
    return find(node).map(known -> known.names().in(language)).orElse(node);
  }

  /// The node's names by language tag, English always.
  public Map<String, String> names(String node) {
    Optional<TrustedNode> known = find(node);
    return known.isPresent() ? known.get().names().byLanguage() : Map.of("en", node);
  }

  /// The office's name in this language, in English when it has none, or its code.
  public String officeName(String node, String office, String language) {
    return find(node).stream()
        .flatMap(known -> known.offices().stream())
        .filter(one -> one.id().equals(office))
        .map(one -> one.names().in(language))
        .findFirst()
        .orElse(office);
  }

  /// Whether a node has no address and fetches its messages by itself.
  public boolean polls(String node) {
    return find(node).filter(known -> known.endpoint() == null).isPresent();
  }

  /// The country of a node, in two letters.
  public Optional<String> country(String node) {
    return find(node).map(TrustedNode::country);
  }

  /// What was agreed between two countries, newest last.
  public List<Agreement> agreements(String country, String other) {
    Set<String> both = Set.of(country, other);
    return agreements.stream().filter(agreement -> agreement.parties().equals(both)).toList();
  }

  /// Every agreement shipped.
  public List<Agreement> agreements() {
    return agreements;
  }

  /// Whether personal data may leave now: the trust list is there and has not expired.
  public boolean mayWrite() {
    return trust.isFresh(clock.instant());
  }

  /// This node's public keys, for whoever makes the trust list.
  public List<PublicPart> ownKeys() {
    return keys.publicParts();
  }

  private Optional<TrustedNode> find(String node) {
    return trust.list().stream()
        .flatMap(list -> list.nodes().stream())
        .filter(known -> known.id().value().equals(node))
        .findFirst();
  }

  private List<TrustedNode> others() {
    NodeId self = trust.self();
    return trust.list().stream()
        .map(TrustList::nodes)
        .flatMap(List::stream)
        .filter(node -> !node.id().equals(self) && node.status() == TrustedNode.Status.ACTIVE)
        .toList();
  }

  private static List<Agreement> read() {
    try (InputStream file = Peers.class.getResourceAsStream("agreements.csv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).filter(line -> !line.isBlank()).map(Peers::agreement).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Agreement agreement(String line) {
    String[] cells = line.split(";", -1);
    return new Agreement(
        cells[0], Set.of(cells[1].split(" ")), cells[2], cells[3], cells[4], cells[5]);
  }
}

package org.sampan.attachments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.parcel.ParcelKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The front door to the files beside letters, for whoever sends and takes them.
@Component
public class Enclosures {

  /// How many bytes of other nodes' files may be on their way here from one node: 10 GiB.
  static final long MOST_COMING = Letter.Attachment.LARGEST;

  /// How the files announced by a letter stand.
  public sealed interface Standing {
    /// All are here and were checked; or there are none.
    record Here() implements Standing {}

    /// Some are on their way.
    record Coming() implements Standing {}

    /// One is not what was announced or must not be opened; its code.
    record Refused(String code) implements Standing {}
  }

  /// A parcel that has not crossed yet.
  ///
  /// @param record the message that announces it
  /// @param digest the name under which it crosses
  public record Parcel(UUID record, String digest, long size) {}

  /// What became of a range.
  public enum Landed {
    /// It is here, now or since earlier, or is not needed any more.
    HERE,
    /// What stands before it is not here yet.
    EARLY,
    /// No letter that came announced it.
    UNANNOUNCED
  }

  private final Parcels parcels;
  private final Papers papers;
  private final Errands errands;
  private final ParcelKeys keys;
  private final Arriving arriving;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Enclosures(
      Parcels parcels,
      Papers papers,
      Errands errands,
      ParcelKeys keys,
      Arriving arriving,
      ApplicationEventPublisher events,
      Clock clock) {
    this.parcels = parcels;
    this.papers = papers;
    this.errands = errands;
    this.keys = keys;
    this.arriving = arriving;
    this.events = events;
    this.clock = clock;
  }

  /// The papers of a record as its letter names them; from now on they wait to be brought to that
  /// node.
  ///
  /// @throws IllegalStateException when the person was erased
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Letter.Attachment> enclose(UUID record, String peer) {
    List<Letter.Attachment> enclosed = new ArrayList<>();
    for (Papers.Kept kept : papers.of(record)) {
      errands.add(record, kept.parcel(), peer, clock.instant());
      enclosed.add(
          new Letter.Attachment(
              kept.paper().id(),
              kept.paper().mediaType(),
              kept.paper().size(),
              new Digest(kept.paper().sha256()),
              new Digest(parcels.find(kept.parcel()).orElseThrow().digest()),
              keys.of(kept).orElseThrow(() -> new IllegalStateException("the person was erased"))));
    }
    return enclosed;
  }

  /// The letter of this record has arrived: its files may follow.
  public void follow(UUID record) {
    if (errands.go(record) > 0) {
      events.publishEvent(new Ferry.Ready());
    }
  }

  /// The parcels that have not crossed yet to a peer, for another way than the wire.
  public List<Parcel> waiting(String peer) {
    return errands.waiting(peer);
  }

  /// The bytes of a parcel of ours from here on, at most 1 MiB.
  public Optional<byte[]> range(String digest, long at) {
    return parcels
        .from("", digest)
        .flatMap(parcel -> parcels.piece(parcel.id(), at))
        .map(piece ->
            Arrays.copyOfRange(piece.bytes(), (int) (at - piece.at()), piece.bytes().length));
  }

  /// Takes a range that came another way than by the wire, under the same rules.
  public Landed land(String sender, String digest, long at, byte[] bytes) {
    OptionalLong held = arriving.take(sender, digest, at, bytes);
    if (held.isEmpty()) {
      return Landed.UNANNOUNCED;
    }
    return held.getAsLong() >= at + bytes.length ? Landed.HERE : Landed.EARLY;
  }

  /// What has not crossed yet of this record stays here.
  public void stop(UUID record) {
    errands.stop(record);
  }

  /// The peer answers again: what waits for it is tried at once.
  public void heard(String peer) {
    if (errands.again(peer, clock.instant()) > 0) {
      events.publishEvent(new Ferry.Ready());
    }
  }

  /// This peer, which nobody here can be called by, has all our receipts: the files beside its
  /// letters are fetched, as far as they are missing.
  public void fetch(String peer) {
    events.publishEvent(new Fetching.Due(peer));
  }

  /// A letter that was just accepted names files: they may come from its sender, nobody else.
  ///
  /// @param until when they are no longer waited for
  @Transactional(propagation = Propagation.MANDATORY)
  public void announce(
      String sender, UUID record, List<Letter.Attachment> attachments, Instant until) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!attachments.isEmpty() && isAnothers(record, sender)) {
      return;
    }
    for (Letter.Attachment one : attachments) {
      boolean tooMuch = parcels.coming(sender) + one.cipherSize() > MOST_COMING;
      UUID parcel = parcels.add(sender, one.cipherSha256().hex(), one.cipherSize(), until, now);
      if (tooMuch) {
        parcels.refused(parcel, "ATTACHMENTS_TOO_LARGE");
      }
      Paper paper =
          new Paper(record, one.id(), "", one.mediaType(), one.size(), one.sha256().hex(), now);
      papers.add(new Papers.Kept(paper, parcel, null, keys.forNode(one.id(), one.cek())));
      parcels.lookAgain(parcel);
    }
  }

  /// A letter that takes the identifier of another node's, or of ours, adds nothing to it.
  private boolean isAnothers(UUID record, String sender) {
    return papers.of(record).stream()
        .map(kept -> parcels.find(kept.parcel()).orElseThrow().origin())
        .anyMatch(origin -> !origin.equals(sender));
  }

  /// How the files of a received letter stand.
  public Standing standing(UUID record) {
    Standing all = new Standing.Here();
    for (Papers.Kept kept : papers.of(record)) {
      Parcels.Parcel parcel = parcels.find(kept.parcel()).orElseThrow();
      switch (parcel.state()) {
        case REFUSED -> {
          return new Standing.Refused(String.valueOf(parcel.why()));
        }
        case COMING, WHOLE -> all = new Standing.Coming();
        case CHECKED -> {}
      }
    }
    return all;
  }

  /// What has not come yet of a received letter is no longer waited for.
  ///
  /// @param code why, 1 to 40 of `A-Z 0-9 _`
  public void giveUp(UUID record, String code) {
    for (Papers.Kept kept : papers.of(record)) {
      if (parcels.find(kept.parcel()).orElseThrow().state() != Parcels.State.CHECKED) {
        parcels.refused(kept.parcel(), code);
      }
    }
  }

  /// The person of a received record is known: from now on the keys lie under hers.
  ///
  /// @param whats the codes of what they are, in their order; missing ones stay empty
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(UUID record, UUID person, List<String> whats) {
    int place = 0;
    for (Papers.Kept kept : papers.of(record)) {
      String what = place < whats.size() ? whats.get(place) : "";
      place++;
      ParcelKey key = keys.of(kept).orElse(null);
      if (kept.person() == null && key != null) {
        papers.take(kept, person, what, keys.forPerson(kept.paper().id(), person, key));
      }
    }
  }
}

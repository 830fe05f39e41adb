package org.sampan.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sampan.attachments.Enclosures;
import org.sampan.exchange.Carriage;

/// What goes into which volume: planned by lengths, before a byte is read.
///
/// A letter's files stand behind it, in its own volume where they fit; a file longer than a volume
/// goes on in the next ones, each of which begins with the letter again, so that every volume
/// stands for itself.
final class Packed {

  private static final int RANGE = 1024 * 1024;

  /// What is fetched when its turn comes.
  sealed interface Item {
    record Letter(UUID id) implements Item {}

    record Receipt(UUID id) implements Item {}

    record Range(String digest, long at) implements Item {}
  }

  private final long most;
  private final List<List<Item>> volumes = new ArrayList<>();
  private long room;

  private Packed(long most) {
    this.most = most;
  }

  /// The volumes, at least one: what stands at the beginning of each goes even where nothing waits.
  ///
  /// @param most how many bytes of parts a volume holds, at least 4 MiB
  static List<List<Item>> plan(
      List<Carriage.Item> letters,
      List<Carriage.Item> receipts,
      List<Enclosures.Parcel> parcels,
      long most) {
    Packed packed = new Packed(most);
    receipts.forEach(one -> packed.add(new Item.Receipt(one.id()), one.length()));
    for (Carriage.Item letter : letters) {
      packed.add(new Item.Letter(letter.id()), letter.length());
      parcels.stream()
          .filter(parcel -> parcel.record().equals(letter.id()))
          .forEach(parcel -> packed.file(parcel, letter));
    }
    parcels.stream()
        .filter(parcel -> letters.stream().noneMatch(one -> one.id().equals(parcel.record())))
        .forEach(parcel -> packed.file(parcel, null));
    return packed.volumes.isEmpty() ? List.of(List.of()) : packed.volumes;
  }

  private void file(
      Enclosures.Parcel parcel, Carriage.@org.jspecify.annotations.Nullable Item letter) {
    for (long at = 0; at < parcel.size(); at += RANGE) {
      long length = Math.min(RANGE, parcel.size() - at);
      if (add(new Item.Range(parcel.digest(), at), length) && letter != null) {
        volumes.getLast().addFirst(new Item.Letter(letter.id()));
        room -= letter.length() + Part.AROUND;
      }
    }
  }

  /// Adds one; whether it is the first of a new volume.
  private boolean add(Item item, long length) {
    boolean fresh = volumes.isEmpty() || length + Part.AROUND > room;
    if (fresh) {
      volumes.add(new ArrayList<>());
      room = most;
    }
    volumes.getLast().add(item);
    room -= length + Part.AROUND;
    return fresh;
  }
}

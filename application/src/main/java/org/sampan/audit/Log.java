package org.sampan.audit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.Letter.LogHead;
import org.sampan.sealing.log.Growing;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.InclusionProof;
import org.sampan.sealing.log.MerkleTree;
import org.sampan.sealing.log.Tile;
import org.sampan.sealing.log.Tiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The Merkle log over the entries: its head, its tiles, its proofs, and a check of all of it.
@Component
public class Log {

  private final Places places;
  private final Entries entries;
  private final AtomicReference<@Nullable Head> head = new AtomicReference<>();

  Log(Places places, Entries entries) {
    this.places = places;
    this.entries = entries;
  }

  /// The log at one moment: so many entries, and the root over them.
  public record Head(long size, Hash root) {

    /// The head as letters and receipts carry it.
    public LogHead told() {
      return new LogHead(size, root.digest());
    }
  }

  /// That an entry stands in the log.
  ///
  /// @param entry what its leaf is the hash of: 16 bytes of salt, then the canonical entry
  /// @param path the way from the leaf to the root of the size asked for
  public record Proof(byte[] entry, InclusionProof path) {
    @Override
    public String toString() {
      return "Proof[" + path.index() + " of " + path.size() + "]";
    }
  }

  /// What a check of the whole log found.
  ///
  /// @param entries how many have their place
  /// @param brokenAt the first place that does not hold, if any
  public record Verdict(long entries, OptionalLong brokenAt) {
    public boolean holds() {
      return brokenAt.isEmpty();
    }
  }

  /// The newest head: what was committed before it stands in it, half a second later at most.
  @Transactional(readOnly = true)
  public Head head() {
    Head known = head.get();
    return known == null ? grown() : known;
  }

  /// Reads the head anew.
  Head grown() {
    long size = places.size();
    Head now = new Head(size, tree(size).root(size));
    head.set(now);
    return now;
  }

  /// The log as it was at this size; its subtrees are read as they are asked for.
  @Transactional(readOnly = true)
  public MerkleTree tree(long size) {
    return new MerkleTree(new Tiles(size, tile -> tile.write(hashes(tile))));
  }

  /// A tile of hashes; empty when the log does not reach so far, and for files of entries.
  @Transactional(readOnly = true)
  public Optional<byte[]> tile(Tile tile) {
    boolean reaches =
        tile.level() != Tile.ENTRIES
            && Tile.in(head().size(), tile.level(), tile.index())
                .filter(whole -> whole.width() >= tile.width())
                .isPresent();
    return reaches ? Optional.of(tile.write(hashes(tile))) : Optional.empty();
  }

  /// Where an entry stands; empty while it waits for its place.
  @Transactional(readOnly = true)
  public Optional<Long> place(UUID entry) {
    return places.of(entry);
  }

  /// The proof of one entry in the log of this size; empty when it came later or was erased.
  @Transactional(readOnly = true)
  public Optional<Proof> prove(UUID entry, long size) {
    return places
        .of(entry)
        .filter(place -> place < size)
        .flatMap(place ->
            entries.placed(place, place + 1).stream()
                .findFirst()
                .flatMap(Entries.Placed::content)
                .map(content -> new Proof(content, tree(size).inclusion(place, size))));
  }

  /// What the leaves from one place up to another are the hashes of; an erased entry is empty.
  @Transactional(readOnly = true)
  public List<byte[]> contents(long from, long to) {
    return entries.placed(from, to).stream()
        .map(placed -> placed.content().orElseGet(() -> new byte[0]))
        .toList();
  }

  /// Recomputes every leaf from its entry and every hash above; says where it breaks first.
  @Transactional(readOnly = true)
  public Verdict verify() {
    long size = places.size();
    Growing growing = new Growing();
    while (true) {
      long at = growing.size();
      List<Entries.Placed> next = entries.placed(at, at + 1024);
      if (next.isEmpty()) {
        boolean whole =
            at == size
                && places.unplaced() == 0
                && tree(size).root(size).equals(growing.root())
                && continues(growing);
        return new Verdict(at, whole ? OptionalLong.empty() : OptionalLong.of(at));
      }
      for (Entries.Placed placed : next) {
        if (placed.position() != growing.size() || !placed.holds()) {
          return new Verdict(growing.size(), OptionalLong.of(growing.size()));
        }
        growing.add(placed.leaf());
      }
    }
  }

  /// What this process told others still is the log, whatever was done to the database since.
  private boolean continues(Growing growing) {
    Head told = head.get();
    return told == null
        || told.size() <= growing.size() && tree(told.size()).root(told.size()).equals(told.root());
  }

  private List<Hash> hashes(Tile tile) {
    long from = tile.index() * Tile.FULL;
    return places.row(tile.level(), from, from + tile.width());
  }
}

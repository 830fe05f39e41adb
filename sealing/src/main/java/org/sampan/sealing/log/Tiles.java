package org.sampan.sealing.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Subtrees read from the tiles of a log of known size, each tile fetched once.
///
/// What comes out is only as true as the tiles: compare the root with the checkpoint's, and the
/// proofs are sound.
public final class Tiles implements Subtrees {
  private final long size;
  private final Function<Tile, byte[]> source;
  private final Map<Tile, List<Hash>> read = new HashMap<>();

  /// @param size of the log, which decides the widths of the tiles at its edge
  /// @param source the bytes of a tile; called once for each that is needed
  public Tiles(long size, Function<Tile, byte[]> source) {
    this.size = size;
    this.source = source;
  }

  @Override
  public Hash at(int height, long index) {
    int level = height / Tile.HEIGHT;
    int within = height % Tile.HEIGHT;
    long first = index << within;
    Tile tile =
        Tile.in(size, level, first / Tile.FULL)
            .orElseThrow(() -> new IllegalArgumentException("the log is shorter"));
    List<Hash> hashes = read.computeIfAbsent(tile, each -> each.read(source.apply(each)));
    int from = (int) (first % Tile.FULL);
    if (from + (1 << within) > hashes.size()) {
      throw new IllegalArgumentException("the log is shorter");
    }
    return over(hashes.subList(from, from + (1 << within)));
  }

  /// The root over a full row of hashes.
  ///
  /// @param row a power of two of them
  public static Hash over(List<Hash> row) {
    List<Hash> level = row;
    while (level.size() > 1) {
      List<Hash> above = new ArrayList<>(level.size() / 2);
      for (int at = 0; at < level.size(); at += 2) {
        above.add(Hash.ofNode(level.get(at), level.get(at + 1)));
      }
      level = above;
    }
    return level.getFirst();
  }
}

package org.sampan.sealing.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Up to 256 hashes in a row, in one file (C2SP tlog-tiles, "Merkle Tree").
///
/// @param level 0 to 7: level 0 holds leaves, each level above one hash for a full tile below; or
///   [#ENTRIES], whose files hold the entries themselves
/// @param index from 0
/// @param width how many, 1 to 256; fewer than 256 only at the edge of the log
public record Tile(int level, long index, int width) {
  /// The hashes of a full tile.
  public static final int FULL = 256;

  /// The level of the files that hold entries in place of hashes.
  public static final int ENTRIES = -1;

  static final int HEIGHT = 8;
  private static final int MOST_LEVELS = 8;
  private static final Pattern PATH =
      Pattern.compile(
          "tile/(entries|[0-7])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  public Tile {
    if (level < ENTRIES || level >= MOST_LEVELS || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no such tile");
    }
  }

  /// The tile at this place in a log of this size; empty when the log does not reach it.
  public static Optional<Tile> in(long size, int level, long index) {
    long hashes = size >> (HEIGHT * Math.max(0, level));
    if (index > hashes / FULL) {
      return Optional.empty();
    }
    long width = Math.min(FULL, hashes - index * FULL);
    return width < 1 ? Optional.empty() : Optional.of(new Tile(level, index, (int) width));
  }

  /// All tiles of hashes of a log of this size, or all files of entries.
  public static List<Tile> all(long size, boolean entries) {
    List<Tile> tiles = new ArrayList<>();
    for (int level = entries ? ENTRIES : 0; level < (entries ? 0 : MOST_LEVELS); level++) {
      for (long index = 0; ; index++) {
        Optional<Tile> next = in(size, level, index);
        if (next.isEmpty()) {
          break;
        }
        tiles.add(next.get());
      }
    }
    return tiles;
  }

  /// Where it lies below the log's address: `tile/0/x001/234`, and `.p/17` behind it if partial.
  public String path() {
    StringBuilder name = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      name.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
    }
    String partial = width == FULL ? "" : ".p/" + width;
    return "tile/" + (level == ENTRIES ? "entries" : String.valueOf(level)) + "/" + name + partial;
  }

  /// Reads [#path()]; any other spelling is refused.
  public static Optional<Tile> parse(String path) {
    Matcher match = PATH.matcher(path);
    if (!match.matches()) {
      return Optional.empty();
    }
    long index = Long.parseLong(match.group(2).replace("x", "").replace("/", ""));
    int level = match.group(1).equals("entries") ? ENTRIES : Integer.parseInt(match.group(1));
    int width = match.group(3) == null ? FULL : Integer.parseInt(match.group(3));
    if (width > FULL) {
      return Optional.empty();
    }
    Tile tile = new Tile(level, index, width);
    return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
  }

  /// The hashes one after the other, 32 bytes each.
  public byte[] write(List<Hash> hashes) {
    if (hashes.size() != width) {
      throw new IllegalArgumentException("a tile has as many hashes as its name says");
    }
    byte[] bytes = new byte[width * Hash.BYTES];
    for (int at = 0; at < width; at++) {
      hashes.get(at).copyTo(bytes, at * Hash.BYTES);
    }
    return bytes;
  }

  /// Reads [#write].
  ///
  /// @throws IllegalArgumentException when there are more or fewer bytes
  public List<Hash> read(byte[] bytes) {
    if (bytes.length != width * Hash.BYTES) {
      throw new IllegalArgumentException("a tile has as many hashes as its name says");
    }
    List<Hash> hashes = new ArrayList<>(width);
    for (int at = 0; at < width; at++) {
      byte[] one = new byte[Hash.BYTES];
      System.arraycopy(bytes, at * Hash.BYTES, one, 0, Hash.BYTES);
      hashes.add(Hash.of(one));
    }
    return hashes;
  }
}

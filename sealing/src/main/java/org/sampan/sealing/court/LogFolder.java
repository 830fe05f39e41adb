package org.sampan.sealing.court;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sampan.sealing.log.EntryBundle;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.Tile;

/// A log as it lies in a folder, or as far as a node shows it: the files of C2SP tlog-tiles, and
/// beside them what an auditor is given.
///
/// `checkpoint` the newest signed note; `history` every checkpoint kept, in base64, a line each;
/// `lists` the trust lists, a line each; `heads` what others heard of this log, a line each of
/// node, size and root; `receipts` what its node signed for letters, a line each; `tile/...`
/// hashes; `tile/entries/...` entries, for an auditor only.
///
/// @param files the bytes of a file, if it is there
public record LogFolder(Function<String, Optional<byte[]>> files) {

  /// A file of lines; absent is empty.
  List<String> lines(String name) {
    return files
        .apply(name)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
        .orElse(List.of());
  }

  Optional<String> text(String name) {
    return files.apply(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /// The checkpoints kept, oldest first.
  ///
  /// @throws IllegalArgumentException if a line is not base64
  List<String> history() {
    return lines("history").stream()
        .map(line -> new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8))
        .toList();
  }

  /// The hashes of a tile.
  ///
  /// @throws IllegalArgumentException if it is missing or cut
  List<Hash> hashes(Tile tile) {
    return tile.read(bytes(tile));
  }

  byte[] bytes(Tile tile) {
    return files
        .apply(tile.path())
        .orElseThrow(() -> new IllegalArgumentException("a file of the log is missing"));
  }

  /// The entries of a log of this size, those erased empty; none at all when this is no auditor's
  /// folder.
  ///
  /// @throws IllegalArgumentException if some are missing or cut
  Optional<List<byte[]>> entries(long size) {
    List<byte[]> all = new ArrayList<>();
    for (Tile tile : Tile.all(size, true)) {
      Optional<byte[]> file = files.apply(tile.path());
      if (file.isEmpty() && all.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(EntryBundle.read(bytes(tile), tile.width()));
    }
    return Optional.of(all);
  }
}

package org.sampan.sealing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Tiles, their names, and proofs made from nothing else.
class TileTests {

  @Test
  void names_are_those_of_the_specification() {
    assertThat(new Tile(0, 0, 256).path()).isEqualTo("tile/0/000");
    assertThat(new Tile(0, 1234067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new Tile(1, 67, 112).path()).isEqualTo("tile/1/067.p/112");
    assertThat(new Tile(Tile.ENTRIES, 1000, 1).path()).isEqualTo("tile/entries/x001/000.p/1");
  }

  @Test
  void a_name_has_one_spelling() {
    for (String path :
        List.of(
            "tile/0/1",
            "tile/0/x000/001",
            "tile/0/001.p/0",
            "tile/0/001.p/256",
            "tile/0/001.p/257",
            "tile/8/000",
            "tile/0/000/",
            "tile/0/../000",
            "/tile/0/000",
            "tile/-1/000",
            "tile/0/x001/x234/67",
            "")) {
      assertThat(Tile.parse(path)).as(path).isEmpty();
    }
    assertThat(Tile.parse("tile/0/x001/x234/067")).contains(new Tile(0, 1234067, 256));
    assertThat(Tile.parse("tile/entries/000.p/3")).contains(new Tile(Tile.ENTRIES, 0, 3));
  }

  @Test
  void a_log_of_70000_entries_has_the_tiles_of_the_specification() {
    // 273 full tiles and one of 112; above them one full and one of 17; above that one hash.
    assertThat(Tile.all(70_000, false)).hasSize(274 + 2 + 1);
    assertThat(Tile.in(70_000, 0, 273)).contains(new Tile(0, 273, 112));
    assertThat(Tile.in(70_000, 1, 1)).contains(new Tile(1, 1, 17));
    assertThat(Tile.in(70_000, 2, 0)).contains(new Tile(2, 0, 1));
    assertThat(Tile.in(70_000, 3, 0)).isEmpty();
    assertThat(Tile.all(0, false)).isEmpty();
    assertThat(Tile.in(70_000, 0, Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void proofs_made_from_tiles_hold() {
    int size = 70_000;
    List<Hash> leaves = MerkleTreeTests.leaves(size);
    Growing growing = new Growing();
    leaves.forEach(growing::add);
    Map<String, byte[]> files = files(leaves);
    MerkleTree tree =
        new MerkleTree(new Tiles(size, tile -> files.getOrDefault(tile.path(), new byte[0])));

    assertThat(tree.root(size)).isEqualTo(growing.root());
    Random random = new Random(1);
    for (int turn = 0; turn < 100; turn++) {
      int index = random.nextInt(size);
      int older = random.nextInt(size);
      assertThat(tree.inclusion(index, size).proves(leaves.get(index), growing.root())).isTrue();
      assertThat(tree.consistency(older, size).proves(tree.root(older), growing.root())).isTrue();
    }
  }

  @Test
  void a_cut_tile_is_no_tile() {
    Tile tile = new Tile(0, 0, 3);
    byte[] bytes = tile.write(MerkleTreeTests.leaves(3));

    assertThat(tile.read(bytes)).isEqualTo(MerkleTreeTests.leaves(3));
    assertThatThrownBy(() -> new Tile(0, 0, 4).read(bytes))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tiles(3, each -> new byte[95]).at(0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void entries_come_back_as_they_were_and_cut_files_do_not() {
    List<byte[]> entries = List.of(new byte[] {1, 2}, new byte[0], new byte[300]);
    byte[] bytes = EntryBundle.write(entries);

    assertThat(EntryBundle.read(bytes, 3)).containsExactlyElementsOf(entries);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> EntryBundle.read(cut, 3))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> EntryBundle.read(bytes, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// The files of a log, written as the specification says.
  static Map<String, byte[]> files(List<Hash> leaves) {
    Map<String, byte[]> files = new HashMap<>();
    MerkleTree tree = MerkleTree.of(leaves);
    for (Tile tile : Tile.all(leaves.size(), false)) {
      List<Hash> hashes =
          java.util.stream.LongStream.range(0, tile.width())
              .mapToObj(n -> tree.subtrees().at(8 * tile.level(), 256 * tile.index() + n))
              .toList();
      files.put(tile.path(), tile.write(hashes));
    }
    return files;
  }
}

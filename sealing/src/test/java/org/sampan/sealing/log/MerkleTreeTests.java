package org.sampan.sealing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.Digest;

/// Roots and proofs against the published tree of eight entries and against the definition.
class MerkleTreeTests {
  private static final int MOST = 300;
  private static final List<Hash> LEAVES = leaves(MOST);
  private static final MerkleTree TREE = new MerkleTree(remembered(LEAVES));
  private static final List<Hash> ROOTS =
      LongStream.rangeClosed(0, MOST).mapToObj(TREE::root).toList();

  /// A row of the published table.
  record Row(String what, long one, long two, List<Hash> hashes) {}

  @Test
  void the_published_roots_and_proofs_are_ours() throws IOException {
    List<Hash> leaves = new ArrayList<>();
    List<Row> rows = published(leaves);
    MerkleTree tree = MerkleTree.of(leaves);

    for (Row row : rows) {
      switch (row.what()) {
        case "root" -> assertThat(tree.root(row.one())).isEqualTo(row.hashes().getFirst());
        case "inclusion" ->
            assertThat(tree.inclusion(row.one(), row.two()).path()).isEqualTo(row.hashes());
        default ->
            assertThat(tree.consistency(row.one(), row.two()).path()).isEqualTo(row.hashes());
      }
    }

    assertThat(rows).hasSize(18);
  }

  @Test
  void roots_are_those_of_the_definition_and_of_a_log_read_from_its_start() {
    Growing growing = new Growing();
    for (int size = 0; size <= MOST; size++) {
      assertThat(ROOTS.get(size)).isEqualTo(defined(LEAVES.subList(0, size)));
      assertThat(growing.root()).isEqualTo(ROOTS.get(size));
      if (size < MOST) {
        growing.add(LEAVES.get(size));
      }
    }

    assertThat(growing.size()).isEqualTo(MOST);
  }

  @Test
  void every_entry_of_every_size_proves_itself_and_no_other() {
    for (int size = 1; size <= MOST; size++) {
      for (int index = 0; index < size; index++) {
        InclusionProof proof = TREE.inclusion(index, size);
        Hash root = ROOTS.get(size);
        boolean other = proof.proves(LEAVES.get((index + 1) % MOST), root);
        if (!proof.proves(LEAVES.get(index), root) || other) {
          throw new AssertionError(index + " of " + size);
        }
      }
    }
  }

  @Test
  void every_log_continues_every_shorter_one() {
    for (int newer = 0; newer <= MOST; newer++) {
      for (int older = 0; older <= newer; older++) {
        ConsistencyProof proof = TREE.consistency(older, newer);
        boolean holds = proof.proves(ROOTS.get(older), ROOTS.get(newer));
        boolean other = proof.proves(LEAVES.get(0), ROOTS.get(newer));
        if (!holds || (other && older != 1)) {
          throw new AssertionError(older + " to " + newer);
        }
      }
    }
  }

  @Test
  void a_proof_changed_anywhere_proves_nothing() {
    Random random = new Random(20261122);
    for (int size = 1; size <= 40; size++) {
      for (int index = 0; index < size; index++) {
        Hash leaf = LEAVES.get(index);
        Hash root = ROOTS.get(size);
        InclusionProof proof = TREE.inclusion(index, size);
        for (List<Hash> bent : bent(proof.path(), random)) {
          assertThat(new InclusionProof(index, size, bent).proves(leaf, root)).isFalse();
        }
        if (size > 1) {
          long wrong = (index + 1) % size;
          assertThat(new InclusionProof(wrong, size, proof.path()).proves(leaf, root)).isFalse();
        }
      }
      for (int older = 1; older < size; older++) {
        for (List<Hash> bent : bent(TREE.consistency(older, size).path(), random)) {
          ConsistencyProof proof = new ConsistencyProof(older, size, bent);
          assertThat(proof.proves(ROOTS.get(older), ROOTS.get(size))).isFalse();
        }
      }
    }
  }

  @Test
  void another_root_is_not_continued() {
    for (int older = 1; older < 64; older++) {
      ConsistencyProof proof = TREE.consistency(older, 64);
      assertThat(proof.proves(ROOTS.get(older + 1), ROOTS.get(64))).isFalse();
      assertThat(proof.proves(ROOTS.get(older), ROOTS.get(65))).isFalse();
    }
    assertThat(new ConsistencyProof(0, 5, List.of()).proves(ROOTS.get(1), ROOTS.get(5))).isFalse();
  }

  @Test
  void what_is_not_in_the_log_has_no_proof() {
    assertThatThrownBy(() -> TREE.inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TREE.inclusion(-1, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TREE.consistency(6, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TREE.root(MOST + 1)).isInstanceOf(IllegalArgumentException.class);
  }

  /// Each hash changed in one bit, one left out, one doubled, two exchanged.
  private static List<List<Hash>> bent(List<Hash> path, Random random) {
    List<List<Hash>> all = new ArrayList<>();
    for (int at = 0; at < path.size(); at++) {
      List<Hash> changed = new ArrayList<>(path);
      byte[] bytes = path.get(at).bytes();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      changed.set(at, Hash.of(bytes));
      all.add(changed);
      List<Hash> shorter = new ArrayList<>(path);
      shorter.remove(at);
      all.add(shorter);
    }
    List<Hash> longer = new ArrayList<>(path);
    longer.add(LEAVES.getFirst());
    all.add(longer);
    if (path.size() > 1) {
      all.add(path.reversed());
    }
    return all;
  }

  static List<Hash> leaves(int count) {
    List<Hash> leaves = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      leaves.add(Hash.ofLeaf(ByteBuffer.allocate(4).putInt(n).array()));
    }
    return leaves;
  }

  private static Subtrees remembered(List<Hash> leaves) {
    MerkleTree tree = MerkleTree.of(leaves);
    var known = new java.util.HashMap<Long, Hash>();
    return (height, index) ->
        known.computeIfAbsent(height * 1000L + index, at -> tree.subtrees().at(height, index));
  }

  /// RFC 6962 section 2.1, word for word.
  private static Hash defined(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return Hash.EMPTY;
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int middle = 1;
    while (middle * 2 < leaves.size()) {
      middle *= 2;
    }
    return Hash.ofNode(
        defined(leaves.subList(0, middle)), defined(leaves.subList(middle, leaves.size())));
  }

  private static List<Row> published(List<Hash> leaves) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (var in = MerkleTreeTests.class.getResourceAsStream("rfc6962.tsv")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
        String[] cells = line.split("\t", -1);
        switch (cells[0]) {
          case "leaf" -> leaves.add(Hash.ofLeaf(HexFormat.of().parseHex(cells[1])));
          case "root" -> rows.add(new Row(cells[0], Long.parseLong(cells[1]), 0, hashes(cells[2])));
          default ->
              rows.add(
                  new Row(
                      cells[0],
                      Long.parseLong(cells[1]),
                      Long.parseLong(cells[2]),
                      hashes(cells[3])));
        }
      }
    }
    return rows;
  }

  private static List<Hash> hashes(String cells) {
    return Arrays.stream(cells.split(" "))
        .filter(cell -> !cell.isEmpty())
        .map(cell -> Hash.of(new Digest(cell)))
        .toList();
  }
}

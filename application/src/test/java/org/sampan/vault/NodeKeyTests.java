package org.sampan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The node's key file: made once, for its owner only.
class NodeKeyTests {

  @TempDir Path folder;

  @Test
  void the_key_file_is_its_owners_only() throws Exception {
    NodeKey.in(folder, null);

    assertThat(rights(folder.resolve("keys"))).isEqualTo("rwx------");
    for (String file : List.of("node.p12", "passphrase")) {
      assertThat(rights(folder.resolve("keys").resolve(file))).as(file).isEqualTo("rw-------");
    }
  }

  @Test
  void a_second_start_finds_the_same_keys() throws Exception {
    NodeKey first = NodeKey.in(folder, null);

    NodeKey second = NodeKey.in(folder, null);

    assertThat(second.wrapping()).isEqualTo(first.wrapping());
    assertThat(second.index()).isEqualTo(first.index());
    assertThat(first.wrapping()).isNotEqualTo(first.index());
  }

  @Test
  void a_passphrase_of_the_operator_is_not_kept_beside_the_keys() throws Exception {
    NodeKey first = NodeKey.in(folder, "a long passphrase of the operator");

    assertThat(folder.resolve("keys").resolve("passphrase")).doesNotExist();
    assertThat(NodeKey.in(folder, "a long passphrase of the operator").wrapping())
        .isEqualTo(first.wrapping());
    assertThatThrownBy(() -> NodeKey.in(folder, "another"))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("operator");
  }

  @Test
  void keys_do_not_stand_readably_in_the_file() throws Exception {
    NodeKey key = NodeKey.in(folder, "a long passphrase of the operator");

    byte[] file = Files.readAllBytes(folder.resolve("keys").resolve("node.p12"));

    assertThat(java.util.HexFormat.of().formatHex(file))
        .doesNotContain(java.util.HexFormat.of().formatHex(key.wrapping().getEncoded()));
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}

package org.sampan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/// What identifies a person opens in one place, with her key, and nowhere after her erasure.
@OnANode
class VaultTests {

  private static final String NAME = "ស្រី ម៉ុម";

  @Autowired Vault vault;
  @Autowired PersonKeys keys;
  @Autowired TransactionTemplate transaction;

  private final UUID person = UUID.randomUUID();
  private final Spot spot = new Spot("casework.name", "text", UUID.randomUUID());

  @BeforeEach
  void sheIsAdmitted() {
    transaction.executeWithoutResult(_ -> vault.admit(person));
  }

  @Test
  void what_was_sealed_opens_at_its_spot() {
    byte[] sealed = vault.open(person).seal(person, spot, NAME);

    assertThat(vault.open(person).open(person, spot, sealed)).contains(NAME);
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain(NAME);
  }

  @Test
  void nothing_sealed_opens_as_nothing() {
    assertThat(vault.open(person).open(person, spot, null)).isEmpty();
  }

  @Test
  void the_same_name_sealed_twice_looks_different() {
    Keys hers = vault.open(person);

    assertThat(hers.seal(person, spot, NAME)).isNotEqualTo(hers.seal(person, spot, NAME));
  }

  @Test
  void a_value_moved_to_another_row_column_or_table_is_refused() {
    Keys hers = vault.open(person);
    byte[] sealed = hers.seal(person, spot, NAME);

    for (Spot other :
        List.of(
            new Spot(spot.table(), spot.column(), UUID.randomUUID()),
            new Spot(spot.table(), "alias", spot.row()),
            new Spot("casework.kin", spot.column(), spot.row()))) {
      assertThatThrownBy(() -> hers.open(person, other, sealed))
          .isInstanceOf(Ciphers.NotSealedHere.class);
    }
  }

  @Test
  void a_value_of_another_person_is_refused() {
    UUID other = UUID.randomUUID();
    transaction.executeWithoutResult(_ -> vault.admit(other));
    Keys both = vault.open(List.of(person, other));
    byte[] sealed = both.seal(person, spot, NAME);

    assertThatThrownBy(() -> both.open(other, spot, sealed))
        .isInstanceOf(Ciphers.NotSealedHere.class);
  }

  @Test
  void one_flipped_bit_anywhere_is_refused() {
    Keys hers = vault.open(person);
    byte[] sealed = hers.seal(person, spot, NAME);

    for (int i = 0; i < sealed.length * 8; i++) {
      byte[] bent = sealed.clone();
      bent[i / 8] = (byte) (bent[i / 8] ^ (1 << (i % 8)));

      assertThatThrownBy(() -> hers.open(person, spot, bent))
          .as("bit %d", i)
          .isInstanceOf(Ciphers.NotSealedHere.class)
          .hasMessageNotContaining(NAME);
    }
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(sealed, length);

      assertThatThrownBy(() -> hers.open(person, spot, cut))
          .isInstanceOf(Ciphers.NotSealedHere.class);
    }
  }

  @Test
  void an_erased_person_opens_nothing_and_can_be_given_nothing() {
    byte[] sealed = vault.open(person).seal(person, spot, NAME);

    transaction.executeWithoutResult(_ -> assertThat(vault.erase(person)).isTrue());

    Keys none = vault.open(person);
    assertThat(none.has(person)).isFalse();
    assertThat(none.open(person, spot, sealed)).isEmpty();
    assertThatThrownBy(() -> none.seal(person, spot, NAME))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(person.toString());
    transaction.executeWithoutResult(_ -> assertThat(vault.erase(person)).isFalse());
  }

  @Test
  void a_person_admitted_again_after_erasure_does_not_get_her_old_words_back() {
    byte[] sealed = vault.open(person).seal(person, spot, NAME);
    transaction.executeWithoutResult(_ -> vault.erase(person));
    transaction.executeWithoutResult(_ -> vault.admit(person));

    assertThatThrownBy(() -> vault.open(person).open(person, spot, sealed))
        .isInstanceOf(Ciphers.NotSealedHere.class);
  }

  @Test
  void admitting_twice_keeps_the_key() {
    byte[] sealed = vault.open(person).seal(person, spot, NAME);

    transaction.executeWithoutResult(_ -> vault.admit(person));

    assertThat(vault.open(person).open(person, spot, sealed)).contains(NAME);
  }

  @Test
  void admitting_and_erasing_belong_to_the_transaction_of_the_act() {
    assertThatThrownBy(() -> vault.admit(UUID.randomUUID()))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThatThrownBy(() -> vault.erase(person))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void the_database_holds_her_key_only_wrapped() {
    byte[] wrapped = Objects.requireNonNull(keys.of(List.of(person)).get(person));

    // 256 bits and the 8 bytes that RFC 5649 adds.
    assertThat(wrapped).hasSize(40);
    byte[] bent = wrapped.clone();
    bent[3] ^= 1;
    NodeKey another = new NodeKey(Ciphers.newKey(), Ciphers.newKey());
    assertThatThrownBy(() -> Ciphers.unwrap(another.wrapping(), wrapped))
        .isInstanceOf(Ciphers.NotSealedHere.class);
    assertThatThrownBy(() -> Ciphers.unwrap(another.wrapping(), bent))
        .isInstanceOf(Ciphers.NotSealedHere.class);
  }

  @Test
  void a_blind_index_is_equal_for_equal_values_of_one_kind_only() {
    Set<String> digests = new HashSet<>();
    for (String kind : List.of("passport", "telephone")) {
      for (String number : List.of("AB123456", "AB123457")) {
        digests.add(java.util.HexFormat.of().formatHex(vault.blindIndex(kind, number)));
      }
    }

    assertThat(digests).hasSize(4).allMatch(digest -> digest.length() == 64);
    assertThat(vault.blindIndex("passport", "AB123456"))
        .isEqualTo(vault.blindIndex("passport", "AB123456"));
  }

  @Test
  void keys_print_neither_persons_nor_keys() {
    assertThat(vault.open(person).toString()).isEqualTo("Keys[1]");
    assertThat(new NodeKey(Ciphers.newKey(), Ciphers.newKey()).toString())
        .isEqualTo("NodeKey[redacted]");
  }
}

package org.sampan.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sampan.OnANode;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Digest;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;
import org.springframework.beans.factory.annotation.Autowired;

/// Keys made on site, and the request by which signers learn of them.
@OnANode
class JoiningTests {

  @Autowired Keyring keys;
  @Autowired Joining joining;

  @Test
  void a_request_names_every_key_and_is_signed_by_the_node_itself() {
    Joining.Request request = joining.request();

    TrustList asked = TrustLists.unproved(request.text());
    List<PublicPart> own =
        keys.publicParts().stream().filter(part -> part.use() == PublicPart.Use.SIGN).toList();
    assertThat(asked.nodes()).hasSize(1);
    assertThat(asked.nodes().getFirst().status()).isEqualTo(TrustedNode.Status.PROBATION);
    assertThat(asked.nodes().getFirst().keys())
        .extracting(key -> key.part().kid())
        .containsExactlyInAnyOrderElementsOf(
            keys.publicParts().stream().map(PublicPart::kid).toList());
    assertThat(
            TrustLists.check(
                request.text(),
                new TrustLists.Anchor(own, 1),
                TrustLists.mark(asked),
                asked.issued()))
        .isInstanceOf(Checked.Valid.class);
  }

  @Test
  void what_is_read_aloud_stays_the_same_until_a_key_is_made() throws Exception {
    Fingerprint before = joining.request().fingerprint();

    assertThat(joining.request().fingerprint()).isEqualTo(before);
    keys.renew();

    assertThat(joining.request().fingerprint()).isNotEqualTo(before);
    assertThat(joining.waits()).isTrue();
  }

  @Test
  void new_keys_stand_beside_the_old_ones() throws Exception {
    int before = keys.publicParts().size();

    keys.renew();

    assertThat(keys.publicParts()).hasSize(before + 3).doesNotHaveDuplicates();
    assertThat(keys.opening()).hasSizeGreaterThan(1);
  }

  @Test
  void a_fingerprint_is_eight_groups_of_five_digits() {
    Fingerprint fingerprint = Fingerprint.of(Digest.of("request"));

    assertThat(fingerprint.groups()).hasSize(8).allMatch(group -> group.matches("[0-9]{5}"));
    assertThat(fingerprint).isEqualTo(Fingerprint.of(Digest.of("request")));
    assertThat(fingerprint).isNotEqualTo(Fingerprint.of(Digest.of("Request")));
    assertThatIllegalArgumentException().isThrownBy(() -> new Fingerprint(List.of("12345")));
  }
}

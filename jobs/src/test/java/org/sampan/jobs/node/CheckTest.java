package org.sampan.jobs.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The check of a node, on a node that keeps the rules and on fourteen that do not.
class CheckTest {

  private static final Instant NOW = Instant.ofEpochMilli(Clock.systemUTC().millis());

  @Test
  void there_are_at_least_eighty_rules_each_with_a_name_of_its_own() {
    List<Rule> rules = Check.rules();

    Set<String> names = new HashSet<>();
    rules.forEach(rule -> names.add(rule.id()));
    assertThat(rules).hasSizeGreaterThanOrEqualTo(80);
    assertThat(names).hasSameSizeAs(rules);
    assertThat(rules)
        .allSatisfy(rule -> {
          assertThat(rule.text()).endsWith(".");
          assertThat(rule.section()).matches("2\\.([4-9]|1[0-4])");
        });
  }

  @Test
  void a_node_that_keeps_the_rules_is_found_to_keep_them_all() throws Exception {
    try (FakeNode node = new FakeNode(Fault.NONE, NOW)) {
      assertThat(Check.broken(node.address(), node.folder(), NOW)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TAKES_EVERYTHING, cover-tag-bit",
    "TAKES_EVERYTHING, letter-mirrored",
    "TAKES_EVERYTHING, letter-sound",
    "RECEIPTS_FOR_OTHER_BYTES, letter-sound",
    "RECEIPTS_UNSIGNED, letter-sound",
    "A_NEW_RECEIPT_EACH_TIME, order-same-again",
    "REFUSES_WITHOUT_A_SIGNATURE, cover-kid-unknown",
    "TELLS_ITS_STACK, cover-alg-none",
    "LOSES_WHAT_CAME_EARLY, order-gap-told",
    "TAKES_FORKS, order-fork",
    "TAKES_FORKS, order-same-number",
    "TAKES_A_HELLO_TWICE, hello-once",
    "SIGNS_NO_HELLO, hello-answered",
    "BELIEVES_ANY_LIST, trust-stranger",
    "BELIEVES_ANY_LIST, trust-suspension",
    "GIVES_RECEIPTS_TO_ANYBODY, receipt-stranger",
    "GIVES_FILES_TO_ANYBODY, file-stranger",
    "FALLS_OVER, cover-nested"
  })
  void a_node_that_breaks_a_rule_is_found_out_by_that_rule(Fault fault, String rule)
      throws Exception {
    try (FakeNode node = new FakeNode(fault, NOW)) {
      assertThat(Check.breaks(node.address(), node.folder(), NOW, rule)).isTrue();
    }
  }
}

package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The named bad inputs (guides/bad-inputs.csv): a row each, with where it lies and the rule it
/// proves. Every row is sent here; every input of the tables stands there.
class BadInputsTests {

  private static final Path TABLE = Path.of("../guides/bad-inputs.csv");
  private static final Map<String, Case> ALL = all();

  private static Map<String, Case> all() {
    Map<String, Case> all = new LinkedHashMap<>();
    add(all, "cover", BadCoverTests.sizes(), BadCoverTests.headers(), BadCoverTests.tricks());
    add(all, "cover", BadCoverTests.keys(), BadCoverTests.parts());
    add(all, "signature", BadSignatureTests.texts(), BadSignatureTests.headers());
    add(all, "signature", BadSignatureTests.signatures());
    add(all, "json", BadJsonTests.encodings(), BadJsonTests.layouts());
    add(all, "letter", BadLetterTests.identities(), BadLetterTests.orders());
    add(all, "letter", BadLetterTests.times(), BadLetterTests.terms());
    add(all, "letter", BadLetterTests.consents(), BadLetterTests.contents());
    add(all, "attachment", AttachmentTests.bad());
    return all;
  }

  @SafeVarargs
  private static void add(Map<String, Case> all, String where, Stream<Case>... tables) {
    for (var table : tables) {
      table.forEach(bad ->
          assertThat(all.put(where + ": " + bad.name(), bad))
              .as("two of one name: " + bad.name())
              .isNull());
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(files = "../guides/bad-inputs.csv", numLinesToSkip = 1)
  void a_named_bad_input_is_refused_by_the_rule_of_its_row(
      String where, String what, Reason rule, String says) {
    var bad = Objects.requireNonNull(ALL.get(where + ": " + what), "no such input");

    var reason = Letters.reason(Letters.open(bad.bytes()));

    assertThat(reason).isEqualTo(rule);
    assertThat(says).isEqualTo(rule.text());
  }

  @Test
  void the_table_names_every_bad_input_once_and_at_least_150() throws IOException {
    Set<String> rows = new HashSet<>(Files.readAllLines(TABLE));
    var wanted = ALL.entrySet().stream().map(one -> row(one.getKey(), one.getValue())).toList();

    assertThat(wanted)
        .hasSizeGreaterThanOrEqualTo(150)
        .allSatisfy(row -> assertThat(rows).contains(row));
    assertThat(rows).hasSize(wanted.size() + 1);
  }

  /// The row of the table for this input.
  private static String row(String key, Case bad) {
    String where = key.substring(0, key.indexOf(':'));
    return Stream.of(where, bad.name(), bad.reason().name(), bad.reason().text())
        .map(cell -> cell.contains(",") ? "\"" + cell + "\"" : cell)
        .reduce((left, right) -> left + "," + right)
        .orElseThrow();
  }
}

package org.sampan.linkage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.linkage.model.Model;

/// What a model file that is none gets.
class ModelFileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{ ; the model is not well-formed JSON",
        "{} ; the file is not a model sampan-linkage of version 1",
        "{\"model\":\"sampan-linkage\",\"version\":2} ; the file is not a model",
        "{\"model\":\"sampan-linkage\",\"version\":1} ; the model lacks the list 'fields'",
        "{\"model\":\"sampan-linkage\",\"version\":1,\"fields\":[{\"columns\":[\"a\"],\"levels\":[],"
            + "\"kind\":\"shoe\"}]} ; 'shoe' is none of name, full-name",
      })
  void a_refusal_says_what_is_wrong(String file, String refusal) {
    assertThatThrownBy(() -> Model.parse(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(refusal);
  }
}

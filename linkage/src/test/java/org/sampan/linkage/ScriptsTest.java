package org.sampan.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.record.RecordStore;

/// Records of one person in two scripts.
class ScriptsTest {

  @ParameterizedTest
  @CsvSource({
    "สมชาย, Somchai, Prasert",
    "ប្រសិទ្ធ, Prasidh, Vannak",
    "ທອງລຸນ, Thongloun, Bouasone",
    "အောင်ဆန်း, Aung San, Htin Kyaw"
  })
  void a_name_in_another_script_counts_for_its_own_person(
      String written, String spelled, String another) {
    RecordStore.Builder builder = RecordStore.builder(Registers.COLUMNS);
    for (String name : List.of(written, spelled, another)) {
      builder.add(name, 0, name, "", "1985-03-12", "1234567", "pakse");
    }
    Model model = Registers.proposed(Registers.rows(300, 2));

    Linkage linkage = Linkage.of(model, builder.build(), Registers.threads(1));

    assertThat(linkage.bits(0, 1)).isGreaterThan(linkage.bits(0, 2));
    assertThat(linkage.explain(0, 1).steps().getFirst().level()).isIn("heard", "alike");
  }
}

package org.sampan.linkage.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.linkage.Linkage;
import org.sampan.linkage.RunOptions;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.model.ModelWizard;
import org.sampan.linkage.record.RecordStore;

/// Real provinces, by any of their names, compared by how far they lie apart.
class PlacesTest {

  private static final Gazetteer PROVINCES = provinces();
  private static final PlaceFinder FINDER = new PlaceFinder(PROVINCES);

  private static Gazetteer provinces() {
    try (InputStream file = PlacesTest.class.getResourceAsStream("provinces.csv")) {
      return Gazetteer.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String code(String written) {
    return FINDER.find(written).isPresent()
        ? PROVINCES.places().get(FINDER.find(written).getAsInt()).code()
        : "";
  }

  @ParameterizedTest
  @CsvSource({
    "ភ្នំពេញ, KH-12",
    "phnom penh, KH-12",
    "KH-12, KH-12",
    "เวียงจันทน์, LA-VT",
    "เสียมเรียบ, KH-17",
    "ຊຽງໃໝ່, TH-50",
    "ສະຫວັນນະເຂດ, LA-SV",
    "Chiengmai, TH-50",
    "Muukdahan, TH-49",
    "Springfield, ''"
  })
  void a_place_is_found_by_its_letters_or_its_sound(String written, String code) {
    assertThat(code(written)).isEqualTo(code);
  }

  @Test
  void distances_are_those_of_the_map() {
    long vientiane = FINDER.where(FINDER.find("Vientiane").orElseThrow());
    long across = FINDER.where(FINDER.find("หนองคาย").orElseThrow());
    long phnomPenh = FINDER.where(FINDER.find("ភ្នំពេញ").orElseThrow());

    assertThat(PlaceFinder.kilometres(vientiane, across)).isCloseTo(15.8, within(0.5));
    assertThat(PlaceFinder.kilometres(vientiane, phnomPenh)).isCloseTo(755, within(8.0));
    assertThat(PlaceFinder.kilometres(phnomPenh, phnomPenh)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "ភ្នំពេញ, Phnom Penh, exact",
    "ວຽງຈັນ, Nong Khai, near",
    "Udon Thani, Vientiane, around",
    "Yangon, ရန်ကုန်တိုင်းဒေသကြီး, exact",
    "Bangkok, Battambang, far",
    "Springfield, Bangkok, different"
  })
  void records_are_compared_by_distance(String one, String other, String level) {
    List<String> columns = List.of("name", "province");
    RecordStore.Builder builder = RecordStore.builder(columns);
    builder.add("a", 0, "somchai", one);
    builder.add("b", 0, "somchai", other);
    Model proposed =
        ModelWizard.propose(
            columns, List.of(List.of("Somchai", "Bangkok"), List.of("Malee", "Yangon")));
    Model model = proposed.on(PROVINCES);

    Linkage linkage = Linkage.of(Model.parse(model.toJson()), builder.build(), RunOptions.usual());

    assertThat(linkage.explain(0, 1).steps().getLast().level()).isEqualTo(level);
    assertThat(linkage.explain(0, 1).steps().getLast().left()).isEqualTo(one);
  }

  @Test
  void a_gazetteer_that_cannot_be_read_names_the_line() {
    assertThat(Gazetteer.parse(PROVINCES.toCsv())).isEqualTo(PROVINCES);
    assertThatThrownBy(() -> Gazetteer.parse("code,name,latitude,longitude\nTH-10,Bangkok,13.7\n"))
        .hasMessageContaining("line 2");
  }
}

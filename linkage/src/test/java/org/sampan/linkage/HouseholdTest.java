package org.sampan.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.model.ModelWizard;
import org.sampan.linkage.record.RecordStore;

/// Households of several people, some of whom are registered twice.
class HouseholdTest {

  private static final List<String> COLUMNS = List.of("name", "born", "phone", "house", "town");
  private static final List<String> GIVEN =
      List.of("somchai", "malee", "bounmy", "sokha", "dara", "vanna", "kham", "noy", "phet", "lin");
  private static final List<String> FAMILY =
      List.of("sawaeng", "keomany", "chan", "inthavong", "prasert", "sisouk", "thepthong", "ly");

  private final List<String> people = new ArrayList<>();
  private final RecordStore store = store();

  private RecordStore store() {
    SplittableRandom dice = new SplittableRandom(3);
    RecordStore.Builder builder = RecordStore.builder(COLUMNS);
    for (int house = 0; house < 400; house++) {
      String family = any(FAMILY, dice) + any(FAMILY, dice);
      String phone = "0" + dice.nextInt(10_000_000, 99_999_999);
      String number = dice.nextInt(900) + "/" + dice.nextInt(20);
      String town = "town " + dice.nextInt(60);
      for (int person = 0; person < 3; person++) {
        String name = any(GIVEN, dice) + any(GIVEN, dice) + " " + family;
        String born =
            "%d-%02d-%02d"
                .formatted(dice.nextInt(1950, 2010), dice.nextInt(1, 13), dice.nextInt(1, 29));
        for (int copy = dice.nextInt(3) == 0 ? 2 : 1; copy > 0; copy--) {
          String written = dice.nextInt(3) == 0 ? name.replace("a", "o") : name;
          people.add(house + "." + person);
          builder.add(
              "r" + people.size(),
              0,
              written,
              dice.nextInt(4) == 0 ? "" : born,
              phone,
              number,
              town);
        }
      }
    }
    return builder.build();
  }

  private static String any(List<String> all, SplittableRandom dice) {
    return all.get(dice.nextInt(all.size()));
  }

  private Training trained() {
    List<List<String>> rows = new ArrayList<>();
    for (int record = 0; record < store.size(); record++) {
      rows.add(store.values(record));
    }
    Model proposed = ModelWizard.propose(COLUMNS, rows);
    return Linkage.of(proposed, store, Registers.threads(2)).train();
  }

  @Test
  void people_of_one_house_are_not_taken_for_one_person() {
    Training training = trained();
    int[] counts = new int[2];

    training
        .linkage()
        .score(
            training.model().threshold(),
            (a, b, bits) -> counts[people.get(a).equals(people.get(b)) ? 0 : 1]++);

    assertThat(training.model().household()).isPresent();
    assertThat(counts[1]).isLessThan(1200 / 10);
  }

  @Test
  void what_housemates_share_is_a_step_of_the_waterfall() {
    Training training = trained();
    Waterfall waterfall = training.linkage().explain(0, 1);
    for (int first = 1; waterfall.steps().size() == COLUMNS.size(); first++) {
      waterfall = training.linkage().explain(first, first + 1);
    }

    assertThat(waterfall.steps().getLast().field()).isEqualTo("household");
    double sum = waterfall.prior();
    for (Waterfall.Step step : waterfall.steps()) {
      sum += step.bits() + step.frequency();
    }
    assertThat(sum).isCloseTo(waterfall.bits(), org.assertj.core.data.Offset.offset(1e-6));
    assertThat(Model.parse(training.model().toJson())).isEqualTo(training.model());
  }
}

package org.sampan.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.sampan.casework.CaseFile;
import org.sampan.consents.Category;
import org.sampan.consents.Purpose;

class ExtractTests {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
  private static final Set<Category> EVERYTHING = EnumSet.allOf(Category.class);
  private static final CaseFile FULL = Files.full();

  @Test
  void nothing_goes_that_she_has_not_allowed_whatever_she_allowed() {
    eachSubset((purpose, allowed) -> {
      Extract extract = extract(purpose, allowed, Set.of());

      assertThat(allowed).containsAll(extract.categories());
      for (Category category : EnumSet.complementOf(EnumSet.copyOf(with(allowed)))) {
        assertThat(extract.goes().keySet()).noneMatch(item -> item.category() == category);
      }
    });
  }

  @Test
  void every_line_goes_or_stays_and_none_does_both() {
    eachSubset((purpose, allowed) -> {
      Extract extract = extract(purpose, allowed, Set.of());
      Set<Extract.Item> all = EnumSet.noneOf(Extract.Item.class);
      extract.stays().forEach(stay -> assertThat(all.add(stay.item())).isTrue());
      extract.goes().keySet().forEach(item -> assertThat(all.add(item)).isTrue());

      assertThat(all).isEqualTo(EnumSet.allOf(Extract.Item.class));
    });
  }

  @Test
  void her_story_her_status_numbers_of_papers_and_notes_never_go() {
    eachSubset((purpose, allowed) ->
        assertThat(extract(purpose, allowed, Set.of()).goes().toString())
            .doesNotContain(
                "typed for STATUS_REASON",
                "typed for NEEDS_NOTE",
                "typed for RISKS_NOTE",
                "typed for NUMBERS",
                "typed for HOLDER",
                "VictimOfTrafficking"));
  }

  @Test
  void the_day_of_birth_never_goes_only_the_year() {
    Extract extract = extract(Purpose.RETURN, EVERYTHING, Set.of());

    assertThat(extract.goes().get(Extract.Item.AGE)).containsExactly("ADULT", "2004", "2004");
    assertThat(extract.goes().toString()).doesNotContain("2004-03-09");
  }

  @Test
  void risks_of_health_go_only_when_she_allowed_health() {
    Set<Category> withoutHealth = EnumSet.complementOf(EnumSet.of(Category.HEALTH));

    Map<Extract.Item, List<String>> goes = extract(Purpose.RETURN, withoutHealth, Set.of()).goes();

    assertThat(goes.get(Extract.Item.RISKS))
        .contains("debt")
        .doesNotContain("pregnant", "self-harm", "ill-or-injured");
    assertThat(goes).doesNotContainKey(Extract.Item.HEALTH_SIGNS);
    assertThat(extract(Purpose.RETURN, EVERYTHING, Set.of()).goes().get(Extract.Item.HEALTH_SIGNS))
        .contains("pregnant");
  }

  @Test
  void other_forms_of_the_name_go_only_where_the_purpose_needs_them() {
    assertThat(extract(Purpose.ASSISTANCE, EVERYTHING, Set.of()).goes())
        .containsKey(Extract.Item.NAME_TO_USE)
        .doesNotContainKeys(Extract.Item.OTHER_NAMES, Extract.Item.KIN);
    assertThat(extract(Purpose.FAMILY_TRACING, EVERYTHING, Set.of()).goes())
        .containsKeys(Extract.Item.OTHER_NAMES, Extract.Item.KIN);
  }

  @Test
  void what_the_author_keeps_back_stays_and_nothing_else_changes() {
    Extract all = extract(Purpose.RETURN, EVERYTHING, Set.of());
    for (Extract.Item item : all.goes().keySet()) {
      Extract less = extract(Purpose.RETURN, EVERYTHING, EnumSet.of(item));

      assertThat(less.goes()).doesNotContainKey(item).hasSize(all.goes().size() - 1);
      assertThat(less.stays()).contains(new Extract.Stay(item, Extract.Reason.KEPT));
    }
  }

  @Test
  void keeping_back_what_cannot_go_lets_nothing_go() {
    Set<Extract.Item> kept = EnumSet.allOf(Extract.Item.class);

    assertThat(extract(Purpose.RETURN, EVERYTHING, kept).goes()).isEmpty();
    assertThat(extract(Purpose.RETURN, Set.of(), kept).goes()).isEmpty();
  }

  @Test
  void figures_need_nothing_of_her() {
    assertThat(extract(Purpose.STATISTICS, EVERYTHING, Set.of()).goes()).isEmpty();
  }

  @Test
  void what_was_handed_in_is_written_and_read_back_the_same() {
    for (Extract.Stay stay : extract(Purpose.RETURN, Set.of(), Set.of()).stays()) {
      assertThat(Extract.Stay.of(stay.item() + ":" + stay.reason())).isEqualTo(stay);
    }
  }

  private static Extract extract(Purpose purpose, Set<Category> allowed, Set<Extract.Item> kept) {
    return Extract.of(new Extract.Known(FULL, List.of("passport")), purpose, allowed, kept, TODAY);
  }

  private static Set<Category> with(Set<Category> allowed) {
    Set<Category> copy = EnumSet.noneOf(Category.class);
    copy.addAll(allowed);
    return copy;
  }

  private static void eachSubset(BiConsumer<Purpose, Set<Category>> check) {
    Category[] all = Category.values();
    for (Purpose purpose : Purpose.values()) {
      for (int bits = 0; bits < 1 << all.length; bits++) {
        Set<Category> allowed = EnumSet.noneOf(Category.class);
        for (Category category : all) {
          if ((bits & 1 << category.ordinal()) != 0) {
            allowed.add(category);
          }
        }
        check.accept(purpose, allowed);
      }
    }
  }
}

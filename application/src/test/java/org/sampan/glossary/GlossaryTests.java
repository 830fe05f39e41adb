package org.sampan.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sampan.web.Language;
import org.sampan.web.Words;

/// The terms themselves: complete in seven languages, sorted as people sort, found by any name.
class GlossaryTests {

  private static final Words WORDS = new Words();
  private static final Glossary GLOSSARY = new Glossary(WORDS);

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_term_has_a_name_an_explanation_and_a_source(Language language) {
    for (Term term : Term.values()) {
      assertThat(said(language, term.nameWords())).as(term.anchor()).hasSizeBetween(2, 60);
      assertThat(said(language, term.meansWords())).as(term.anchor()).hasSizeBetween(20, 320);
      assertThat(said(language, term.sourceWords())).as(term.anchor()).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void two_terms_never_have_the_same_name(Language language) {
    Set<String> names = new TreeSet<>();
    for (Term term : Term.values()) {
      names.add(said(language, term.nameWords()));
    }

    assertThat(names).hasSameSizeAs(Term.values());
  }

  @Test
  void every_word_of_the_files_belongs_to_a_term_or_a_source() {
    Set<String> used = new TreeSet<>();
    for (Term term : Term.values()) {
      used.addAll(List.of(term.nameWords(), term.meansWords()));
    }
    for (Source source : Source.values()) {
      used.add(source.words());
    }

    assertThat(WORDS.keys(Language.ENGLISH))
        .filteredOn(key -> key.matches("glossary\\.(term|source)\\..*"))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void thai_is_sorted_by_consonant_and_not_by_the_vowel_written_before_it() {
    List<String> names = sorted(Language.THAI);

    // โหนด begins with the letter ho, which comes last; its vowel is written first.
    assertThat(names.getLast()).isEqualTo("โหนด");
    assertThat(names)
        .containsSubsequence(
            "การคัดกรอง",
            "ข้อบ่งชี้",
            "ซองปิดผนึก",
            "พิธีสารปาแลร์โม",
            "แรงงานขัดหนี้",
            "แรงงานบังคับ",
            "วิธีการ");
    assertThat(names).isNotEqualTo(names.stream().sorted().toList());
  }

  @Test
  void chinese_is_sorted_by_its_sound() {
    List<String> names = sorted(Language.CHINESE);

    // bāomì, bōxuē, guójiā, jiédiǎn, jiānhùrén, mùdì, qīpiàn, rénkǒu, shāichá, zhuǎnjiè
    assertThat(names)
        .containsSubsequence("保密", "剥削", "国家转介机制", "监护人", "节点", "目的", "欺骗", "人口贩运", "筛查", "转介");
  }

  @Test
  void vietnamese_is_sorted_with_d_before_its_barred_sister() {
    assertThat(sorted(Language.VIETNAMESE))
        .containsSubsequence("Cưỡng ép", "Dấu hiệu", "Đầu mối liên lạc", "Giữ bí mật", "Hành vi");
  }

  @ParameterizedTest
  @EnumSource(Term.class)
  void a_term_is_found_by_its_whole_name_in_any_language(Term term) {
    List<String> lost = new ArrayList<>();
    for (Language language : Language.values()) {
      if (!GLOSSARY.find(said(language, term.nameWords())).contains(term)) {
        lost.add(language.tag());
      }
    }

    assertThat(lost).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "REFERRAL, refer",
    "REFERRAL, 'chuyen tuyen'",
    "REFERRAL, ការបញ្ជូន",
    "REFERRAL, ' ការ បញ្ជូន\u200bបន្ត '",
    "REFERRAL, လွှဲပြောင်း",
    "REFERRAL, ສົ່ງຕໍ່",
    "REFERRAL, 轉介",
    "SCREENING, คัดกรอง",
    "SMUGGLING, 'đưa người'",
    "SMUGGLING, 'DUA NGUOI'",
    "FORCED_LABOUR, 'labour, forced'",
    "WOMENS_UNION, womens union",
    "WOMENS_UNION, ＷＯＭＥＮ’Ｓ",
    "NON_PUNISHMENT, non punishment",
    "COMMIT, commit",
  })
  void a_term_is_found_by_what_people_type(Term term, String typed) {
    assertThat(GLOSSARY.find(typed)).contains(term).hasSizeLessThan(Term.values().length / 2);
  }

  @Test
  void words_of_two_languages_are_not_mixed_in_one_name() {
    assertThat(GLOSSARY.find("guardian 监护人")).isEmpty();
  }

  @Test
  void tones_and_vowel_signs_are_not_folded_away() {
    // ใบรับ is a receipt; บังคับ is coercion. Without vowel signs they would meet at บ..บ.
    assertThat(GLOSSARY.find("ใบรับ")).containsExactly(Term.RECEIPT);
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "'...'", "'\u200b'"})
  void nothing_typed_finds_all(String typed) {
    assertThat(GLOSSARY.find(typed)).containsExactly(Term.values());
  }

  @Test
  void what_no_name_holds_finds_nothing() {
    assertThat(GLOSSARY.find("xyz")).isEmpty();
  }

  @Test
  void equal_names_keep_one_order() {
    List<Term> sorted =
        Term.sorted(EnumSet.of(Term.NODE, Term.ACT, Term.MEANS), Language.ENGLISH, term -> "same");

    assertThat(sorted).isSortedAccordingTo(Comparator.naturalOrder()).hasSize(3);
  }

  private static List<String> sorted(Language language) {
    return Term.sorted(List.of(Term.values()), language, term -> said(language, term.nameWords()))
        .stream()
        .map(term -> said(language, term.nameWords()))
        .toList();
  }

  private static String said(Language language, String key) {
    return WORDS.say(language, key);
  }
}

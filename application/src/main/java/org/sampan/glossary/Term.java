package org.sampan.glossary;

import com.ibm.icu.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.sampan.web.Language;

/// A word of the field. Its name and explanation stand in the words files.
enum Term {
  TRAFFICKING(Source.PALERMO_3),
  ACT(Source.PALERMO_3),
  MEANS(Source.PALERMO_3),
  PURPOSE(Source.PALERMO_3),
  SMUGGLING(Source.SMUGGLING_3),
  FORCED_LABOUR(Source.ILO_29),
  DEBT_BONDAGE(Source.SLAVERY_1956),
  VULNERABILITY(Source.PALERMO_3),
  DECEPTION(Source.PALERMO_3),
  COERCION(Source.PALERMO_3),
  EXPLOITATION(Source.PALERMO_3),
  POSSIBLE_VICTIM(Source.HTCDS),
  IDENTIFIED_VICTIM(Source.ACTIP_14),
  SCREENING(Source.COMMIT_2016),
  INDICATOR(Source.COMMIT_2016),
  STRENGTH(Source.ILO_2009),
  FIRST_RESPONSE(Source.SAMPAN),
  REFERRAL(Source.SAMPAN),
  NATIONAL_MECHANISM(Source.ODIHR_2022),
  TRANSNATIONAL_MECHANISM(Source.ICMPD_2009),
  FOCAL_POINT(Source.SAMPAN),
  INFORMED_CONSENT(Source.UNIAP_2008),
  WITHDRAWAL(Source.SAMPAN),
  BEST_INTEREST(Source.CHILD_RIGHTS),
  GUARDIAN(Source.SAMPAN),
  NEED_TO_KNOW(Source.SAMPAN),
  CONFIDENTIALITY(Source.ACTIP_14),
  NON_PUNISHMENT(Source.ACTIP_14),
  REFLECTION(Source.EUROPE_13),
  SAFE_RETURN(Source.PALERMO_8),
  REPATRIATION(Source.PALERMO_8),
  TRACING(Source.SAMPAN),
  REINTEGRATION(Source.COMMIT_2004),
  FOLLOW_UP(Source.SAMPAN),
  CASE_MANAGER(Source.SAMPAN),
  WOMENS_UNION(Source.SAMPAN),
  COMMIT(Source.COMMIT_2004),
  PALERMO(Source.PALERMO_2),
  LEGAL_ASSISTANCE(Source.UNTOC_18),
  ENVELOPE(Source.SAMPAN),
  RECEIPT(Source.SAMPAN),
  NODE(Source.SAMPAN);

  private final Source source;

  Term(Source source) {
    this.source = source;
  }

  /// The anchor it has on the page, the same in every language.
  String anchor() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The key of its name in the words files.
  String nameWords() {
    return "glossary.term." + anchor() + ".name";
  }

  /// The key of its explanation in the words files.
  String meansWords() {
    return "glossary.term." + anchor() + ".means";
  }

  /// The key of the name of its source in the words files.
  String sourceWords() {
    return source.words();
  }

  /// These terms as a reader of this language sorts their names.
  static List<Term> sorted(Collection<Term> terms, Language reader, Function<Term, String> name) {
    Collator collator = Collator.getInstance(reader.locale());
    return terms.stream()
        .sorted(Comparator.comparing(name, collator::compare).thenComparing(term -> term))
        .toList();
  }
}

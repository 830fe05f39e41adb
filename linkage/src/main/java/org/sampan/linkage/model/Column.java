package org.sampan.linkage.model;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.sampan.linkage.value.DateReading;
import org.sampan.linkage.value.Folding;
import org.sampan.linkage.value.SexWords;

/// One column as the wizard sees it: its values' look decides what it holds.
///
/// @param distinct the share of different values among those told
/// @param told the share of rows that tell one
record Column(String name, int place, Optional<Kind> kind, double distinct, double told) {

  private static final double MOSTLY = 0.8;
  private static final Pattern DATE_LIKE =
      Pattern.compile(
          "\\p{Nd}{8}|\\p{Nd}{4}([-/.]\\p{Nd}{1,2}){1,2}|(\\p{Nd}{1,2}[-/. ]){1,2}\\p{Nd}{4}"
              + "|.*\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b.*\\p{Nd}{4}.*");
  private static final Pattern YEAR_LIKE = Pattern.compile("(1[89]|20|2[45])\\p{Nd}{2}");

  static Column of(String name, int place, List<List<String>> rows) {
    List<String> told =
        rows.stream().map(row -> row.get(place).strip()).filter(text -> !text.isEmpty()).toList();
    Set<String> different = new HashSet<>(told);
    double distinct = told.isEmpty() ? 0 : (double) different.size() / told.size();
    Optional<Kind> kind =
        different.size() < 2
            ? Optional.empty()
            : Optional.of(kind(name, told, different, distinct));
    return new Column(name, place, kind, distinct, (double) told.size() / Math.max(1, rows.size()));
  }

  boolean holds(Kind wanted) {
    return kind.isPresent() && kind.get() == wanted;
  }

  private static Kind kind(String name, List<String> told, Set<String> different, double distinct) {
    Optional<Kind> named = ColumnWords.kind(name.toLowerCase(Locale.ROOT));
    if (different.size() <= 8
        && share(different, text -> SexWords.read(Folding.fold(text)) >= 0) > MOSTLY) {
      return Kind.SEX;
    }
    if (share(told, Column::dateLike) > MOSTLY && named.filter(Column::coded).isEmpty()) {
      return Kind.DATE;
    }
    boolean years = share(told, text -> YEAR_LIKE.matcher(text).matches()) > MOSTLY;
    if (years && named.filter(kind -> kind == Kind.DATE).isPresent()) {
      return Kind.DATE;
    }
    if (share(told, Column::withDigits) > MOSTLY) {
      return numbered(named, told, distinct);
    }
    return worded(named, told, distinct);
  }

  private static Kind numbered(Optional<Kind> named, List<String> told, double distinct) {
    double length = told.stream().mapToInt(String::length).average().orElse(0);
    if (named.isPresent() && (named.get() == Kind.PHONE || named.get() == Kind.AGE)) {
      return named.get();
    }
    if (share(told, text -> words(text) > 2) > 0.5
        || share(told, text -> text.contains("@")) > 0.5) {
      return Kind.TEXT;
    }
    if (named.filter(kind -> kind == Kind.IDENTIFIER).isPresent()
        || length >= 5.5 && distinct > 0.05) {
      return Kind.IDENTIFIER;
    }
    return Kind.NUMBER;
  }

  private static Kind worded(Optional<Kind> named, List<String> told, double distinct) {
    double words = told.stream().mapToInt(Column::words).average().orElse(1);
    if (named.isPresent() && named.get().spelled()) {
      boolean whole = named.get() == Kind.NAME && words > 1.7;
      return whole ? Kind.FULL_NAME : named.get();
    }
    if (share(told, text -> text.contains("@")) > 0.5 || words > 2.5) {
      return Kind.TEXT;
    }
    if (named.isPresent() && named.get() == Kind.KEY || distinct < 0.02) {
      return Kind.KEY;
    }
    return words > 1.7 ? Kind.FULL_NAME : Kind.NAME;
  }

  private static boolean dateLike(String text) {
    return DATE_LIKE.matcher(text.toLowerCase(Locale.ROOT)).matches()
        && plausible(DateReading.read(text));
  }

  private static boolean plausible(long reading) {
    int year = DateReading.year(reading);
    return year > 1000 && year < 2100 && DateReading.month(reading) <= 0x12;
  }

  private static boolean coded(Kind kind) {
    return kind == Kind.IDENTIFIER || kind == Kind.PHONE;
  }

  private static boolean withDigits(String text) {
    return text.codePoints().anyMatch(Character::isDigit);
  }

  private static int words(String text) {
    return text.split("\\s+").length;
  }

  private static double share(java.util.Collection<String> texts, Predicate<String> wanted) {
    return (double) texts.stream().filter(wanted).count() / Math.max(1, texts.size());
  }
}

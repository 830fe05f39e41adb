package org.sampan.casework;

import static org.sampan.casework.Question.Kind.*;
import static org.sampan.casework.Question.Section.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sampan.consents.Category;

/// What is asked about a person, once for page, print and exchange. Codes are plain; what is typed
/// is sealed under her key.
public enum Question {
  HONORIFIC(NAMES, LINE, Category.IDENTITY),

  SEX(
      PERSON,
      ONE,
      Category.IDENTITY,
      // prs_Gender of HTCDS 2.0
      "Feminine",
      "Masculine",
      "TransgenderFeminine",
      "TransgenderMasculine",
      "NonConforming",
      "NonSpecifiedUnknown"),
  BIRTH(PERSON, Kind.BIRTH, Category.IDENTITY),
  NATIONALITY(PERSON, COUNTRIES, Category.IDENTITY),

  LANGUAGES(LANGUAGE, Kind.LANGUAGES, Category.IDENTITY),
  INTERPRETER(LANGUAGE, ONE, Category.NEEDS, "needed", "not-needed", "unknown"),

  PLACE(ORIGIN, PROVINCE, Category.ORIGIN_AND_FAMILY),
  FINER_PLACE(ORIGIN, LINE, Category.ORIGIN_AND_FAMILY),
  KIN(ORIGIN, TEXT, Category.ORIGIN_AND_FAMILY),

  CHANNEL(
      CONTACT,
      ONE,
      Category.CONTACT,
      "telephone",
      "message",
      "in-person",
      "trusted-person",
      "through-us",
      "none"),
  REACH(CONTACT, LINE, Category.CONTACT),
  WHEN(CONTACT, LINE, Category.CONTACT),
  MUST_NOT_LEARN(CONTACT, TEXT, Category.RISK),
  DO_NOT_CONTACT(CONTACT, TEXT, Category.RISK),

  NEEDS(
      Section.NEEDS,
      MANY,
      Category.NEEDS,
      "shelter",
      "health",
      "psychosocial",
      "food-clothes",
      "legal-aid",
      "family-contact",
      "documents",
      "unpaid-wages",
      "child-care",
      "protection",
      "transport",
      "schooling",
      "work"),
  NEEDS_NOTE(Section.NEEDS, TEXT, Category.NEEDS),

  DANGER(RISK, ONE, Category.RISK, "yes", "no", "unknown"),
  RISKS(
      RISK,
      MANY,
      Category.RISK,
      "threatened",
      "family-threatened",
      "exploiter-near",
      "debt",
      "detention",
      "self-harm",
      "ill-or-injured",
      "pregnant",
      "child-with-her",
      "no-safe-place",
      "family-involved",
      "official-involved"),
  RISKS_NOTE(RISK, TEXT, Category.RISK),

  HELD(PAPERS, MANY, Category.PAPERS, Codes.PAPERS),
  MISSING(PAPERS, MANY, Category.PAPERS, Codes.PAPERS),
  NUMBERS(PAPERS, TEXT, Category.PAPERS),
  HOLDER(PAPERS, LINE, Category.PAPERS),

  WISHES(
      WISH,
      MANY,
      Category.WISHES,
      "return-home",
      "stay",
      "go-elsewhere",
      "find-family",
      "work",
      "claim-pay",
      "justice",
      "undecided"),
  WISH_WORDS(WISH, TEXT, Category.WISHES),

  STATUS(
      Section.STATUS,
      ONE,
      Category.EXPLOITATION,
      // vic_TraffickingStatus of HTCDS 2.0
      "PossibleVictimOfTrafficking",
      "ActualVictimOfTrafficking",
      "NotAVictimOfTrafficking"),
  DECIDED_BY(
      Section.STATUS,
      ONE,
      Category.EXPLOITATION,
      // vic_TraffickingStatusDecisionMakingOrg of HTCDS 2.0
      "Police",
      "NGO",
      "CourtOrProsecution",
      "NonPoliceGovernmentalOrganization",
      "Other"),
  STATUS_REASON(Section.STATUS, TEXT, Category.ACCOUNT);

  /// What is answered together, on one page.
  public enum Section {
    NAMES,
    PERSON,
    LANGUAGE,
    ORIGIN,
    CONTACT,
    NEEDS,
    RISK,
    PAPERS,
    WISH,
    STATUS;

    /// Its questions, in the order they are asked.
    public List<Question> questions() {
      return Arrays.stream(Question.values()).filter(one -> one.section == this).toList();
    }

    public String words() {
      return "casework.section." + code();
    }

    String code() {
      return kebab(name());
    }
  }

  /// How a question is answered.
  public enum Kind {
    /// One code.
    ONE,
    /// Several codes.
    MANY,
    /// Codes of countries (ISO 3166-1), `stateless` or `unknown`.
    COUNTRIES,
    /// Codes of languages (ISO 639).
    LANGUAGES,
    /// The identifier of a province.
    PROVINCE,
    BIRTH,
    LINE,
    TEXT;

    /// Whether the answer is typed by somebody and so may identify her.
    public boolean isSealed() {
      return this == BIRTH || this == LINE || this == TEXT;
    }
  }

  private final Section section;
  private final Kind kind;
  private final Category category;
  private final List<String> codes;

  Question(Section section, Kind kind, Category category, String... codes) {
    this.section = section;
    this.kind = kind;
    this.category = category;
    this.codes = List.of(codes);
  }

  public Section section() {
    return section;
  }

  public Kind kind() {
    return kind;
  }

  /// The category of consent its answer belongs to.
  public Category category() {
    return category;
  }

  /// The codes to choose from; empty where the answer is not one of a short list.
  public List<String> codes() {
    return codes;
  }

  /// The key of the question.
  public String words() {
    return "casework.question." + kebab(name());
  }

  /// The key of one of its codes.
  public String words(String code) {
    String list = this == MISSING ? "held" : kebab(name());
    return "casework." + list + '.' + camelToKebab(code);
  }

  private static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String camelToKebab(String code) {
    return code.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /// Lists that two questions share.
  private static final class Codes {
    static final String[] PAPERS = {
      "passport",
      "border-pass",
      "identity-card",
      "birth-certificate",
      "household-register",
      "work-permit",
      "certificate-of-identity",
      "other"
    };
  }
}

package org.sampan.referrals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sampan.casework.Birth;
import org.sampan.casework.CaseFile;
import org.sampan.casework.PersonName;
import org.sampan.casework.Question;
import org.sampan.consents.Category;
import org.sampan.consents.Purpose;
import org.sampan.vault.Personal;
import org.sampan.web.Typed;

/// The smallest part of a case for one purpose: what goes, what stays, and why.
///
/// @param goes what goes, as it will be read
/// @param stays what is known and stays
@Personal
record Extract(Map<Item, List<String>> goes, List<Stay> stays) {

  /// Why a line stays.
  enum Reason {
    /// The purpose does not need it.
    NOT_NEEDED,
    /// She has not allowed it.
    NOT_ALLOWED,
    /// The author keeps it back.
    KEPT,
    /// It leaves in no referral.
    NEVER;

    String words() {
      return "referrals.stays." + Referral.code(this);
    }
  }

  /// A line that stays.
  record Stay(Item item, Reason reason) {
    /// Reads `ITEM:REASON`.
    static Stay of(String text) {
      String[] parts = text.split(":");
      return new Stay(Item.valueOf(parts[0]), Reason.valueOf(parts[1]));
    }
  }

  /// What is known of her: her case, and what the papers are whose copies were added.
  record Known(CaseFile file, List<String> copies) {}

  private static final Set<Purpose> ALL = EnumSet.complementOf(EnumSet.of(Purpose.STATISTICS));
  private static final Set<Purpose> KNOWN_BY_NAME =
      EnumSet.of(Purpose.FAMILY_TRACING, Purpose.RETURN, Purpose.LEGAL_HELP, Purpose.INVESTIGATION);
  private static final Set<Purpose> SOUGHT = EnumSet.of(Purpose.FAMILY_TRACING, Purpose.RETURN);
  private static final Set<Purpose> VISITED =
      EnumSet.of(Purpose.FAMILY_TRACING, Purpose.RETURN, Purpose.FOLLOW_UP);
  private static final Set<Purpose> NONE = EnumSet.noneOf(Purpose.class);

  /// One line of an extract: its category of consent, the purposes that need it, how long it may
  /// be.
  enum Item {
    AGE(Category.IDENTITY, ALL, 3, 20),
    SEX(Category.IDENTITY, ALL, 1, 40),
    LANGUAGES(Category.IDENTITY, ALL, 20, 20),
    INTERPRETER(Category.NEEDS, ALL, 1, 40),
    NAME_TO_USE(Category.IDENTITY, ALL, 1, 220),
    OTHER_NAMES(Category.IDENTITY, KNOWN_BY_NAME, 20, 220),
    PLACE(Category.ORIGIN_AND_FAMILY, ALL, 1, 40),
    FINER_PLACE(Category.ORIGIN_AND_FAMILY, VISITED, 1, 300),
    KIN(Category.ORIGIN_AND_FAMILY, SOUGHT, 1, 4000),
    CHANNEL(Category.CONTACT, ALL, 1, 40),
    REACH(Category.CONTACT, ALL, 1, 300),
    WHEN(Category.CONTACT, ALL, 1, 300),
    NEEDS(Category.NEEDS, ALL, 40, 40),
    DANGER(Category.RISK, ALL, 1, 40),
    RISKS(Category.RISK, ALL, 40, 40),
    /// Those risks that tell of her health.
    HEALTH_SIGNS(Category.HEALTH, ALL, 40, 40),
    MUST_NOT_LEARN(Category.RISK, ALL, 1, 4000),
    DO_NOT_CONTACT(Category.RISK, ALL, 1, 4000),
    HELD(Category.PAPERS, ALL, 40, 40),
    /// What the papers are whose copies go beside it, in their order.
    COPIES(Category.PAPERS, ALL, 20, 40),
    MISSING(Category.PAPERS, ALL, 40, 40),
    WISHES(Category.WISHES, ALL, 40, 40),
    WISH_WORDS(Category.WISHES, ALL, 1, 4000),
    NATIONALITY(Category.IDENTITY, NONE, 0, 0),
    HONORIFIC(Category.IDENTITY, NONE, 0, 0),
    NEEDS_NOTE(Category.NEEDS, NONE, 0, 0),
    RISKS_NOTE(Category.RISK, NONE, 0, 0),
    NUMBERS(Category.PAPERS, NONE, 0, 0),
    HOLDER(Category.PAPERS, NONE, 0, 0),
    STATUS(Category.EXPLOITATION, NONE, 0, 0),
    DECIDED_BY(Category.EXPLOITATION, NONE, 0, 0),
    STATUS_REASON(Category.ACCOUNT, NONE, 0, 0),
    /// Her story, every answer of the screening, and photographs.
    STORY(Category.ACCOUNT, NONE, 0, 0);

    private final Category category;
    private final Set<Purpose> neededFor;
    private final int most;
    private final int longest;

    Item(Category category, Set<Purpose> neededFor, int most, int longest) {
      this.category = category;
      this.neededFor = neededFor;
      this.most = most;
      this.longest = longest;
    }

    /// Those named.
    static Set<Item> named(@Nullable List<String> names) {
      Set<Item> named = EnumSet.noneOf(Item.class);
      for (String name : names == null ? List.<String>of() : names) {
        Typed.choice(Item.class, name).ifPresent(named::add);
      }
      return named;
    }

    Category category() {
      return category;
    }

    boolean neededFor(Purpose purpose) {
      return neededFor.contains(purpose);
    }

    /// Whether it leaves in no referral, whatever she allowed.
    boolean never() {
      return neededFor.isEmpty();
    }

    /// How many values it has at most, and how long one may be.
    int most() {
      return most;
    }

    int longest() {
      return longest;
    }

    /// Whether somebody typed it freely, in some language.
    boolean isText() {
      return EnumSet.of(FINER_PLACE, KIN, REACH, WHEN, MUST_NOT_LEARN, DO_NOT_CONTACT, WISH_WORDS)
          .contains(this);
    }

    /// The question it answers, where it answers one alone.
    Optional<Question> question() {
      return switch (this) {
        case AGE -> Optional.of(Question.BIRTH);
        case HEALTH_SIGNS -> Optional.of(Question.RISKS);
        case NAME_TO_USE, OTHER_NAMES, COPIES, STORY -> Optional.empty();
        default -> Optional.of(Question.valueOf(name()));
      };
    }

    String words() {
      return switch (this) {
        case AGE, NAME_TO_USE, OTHER_NAMES, COPIES, HEALTH_SIGNS, STORY ->
            "referrals.item." + Referral.code(this);
        default -> question().orElseThrow().words();
      };
    }
  }

  /// Codes of risk that tell of her health: they are told only when she allowed that too.
  private static final Set<String> OF_HEALTH = Set.of("self-harm", "ill-or-injured", "pregnant");

  Extract {
    goes = goes.isEmpty() ? Map.of() : new EnumMap<>(goes);
    stays = List.copyOf(stays);
  }

  /// Draws the extract. Nothing is in it that the purpose does not need, that she has not allowed,
  /// or that the author keeps back.
  ///
  /// @param allowed the categories her consent covers for this purpose and recipient
  static Extract of(
      Known known, Purpose purpose, Set<Category> allowed, Set<Item> kept, LocalDate today) {
    Map<Item, List<String>> goes = new EnumMap<>(Item.class);
    List<Stay> stays = new ArrayList<>();
    for (Item item : Item.values()) {
      List<String> values =
          item == Item.COPIES ? known.copies() : values(item, known.file(), today);
      if (values.isEmpty() && item != Item.STORY) {
        continue;
      }
      if (item.never()) {
        stays.add(new Stay(item, Reason.NEVER));
      } else if (!item.neededFor(purpose)) {
        stays.add(new Stay(item, Reason.NOT_NEEDED));
      } else if (!allowed.contains(item.category())) {
        stays.add(new Stay(item, Reason.NOT_ALLOWED));
      } else if (kept.contains(item)) {
        stays.add(new Stay(item, Reason.KEPT));
      } else {
        goes.put(item, values);
      }
    }
    return new Extract(goes, stays);
  }

  /// The categories of all that goes: what the authority must cover.
  Set<Category> categories() {
    Set<Category> told = EnumSet.noneOf(Category.class);
    goes.keySet().forEach(item -> told.add(item.category()));
    return told;
  }

  /// What she has not allowed and this purpose needs.
  Set<Category> missing() {
    Set<Category> missing = EnumSet.noneOf(Category.class);
    stays.stream()
        .filter(stay -> stay.reason() == Reason.NOT_ALLOWED)
        .forEach(stay -> missing.add(stay.item().category()));
    return missing;
  }

  private static List<String> values(Item item, CaseFile file, LocalDate today) {
    return switch (item) {
      case AGE -> file.birth().map(birth -> age(birth, today)).orElse(List.of());
      case NAME_TO_USE -> file.calledBy().map(name -> List.of(name(name))).orElse(List.of());
      case OTHER_NAMES -> {
        Optional<PersonName> first = file.calledBy();
        yield file.names().stream()
            .filter(name -> !first.equals(Optional.of(name)))
            .map(Extract::name)
            .limit(item.most())
            .toList();
      }
      case RISKS ->
          file.answers(Question.RISKS).stream().filter(c -> !OF_HEALTH.contains(c)).toList();
      case HEALTH_SIGNS ->
          file.answers(Question.RISKS).stream().filter(OF_HEALTH::contains).toList();
      case COPIES, STORY -> List.of();
      default -> item.question().map(file::answers).orElse(List.of());
    };
  }

  /// Her age group and the years she can have been born in; never the day.
  private static List<String> age(Birth birth, LocalDate today) {
    return List.of(
        birth.group(today).name(), "" + birth.from().getYear(), "" + birth.to().getYear());
  }

  private static String name(PersonName name) {
    return name.kind() + " " + name.text();
  }

  @Override
  public String toString() {
    return "Extract[redacted]";
  }
}

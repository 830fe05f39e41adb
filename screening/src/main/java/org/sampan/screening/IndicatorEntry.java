package org.sampan.screening;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One indicator as a set file writes it. A grade is one of four shapes: `verified` or
/// `secondary-verified` with a strength; `disputed` with a strength and another; `unverified` with
/// no strength but a provisional one, so that nobody takes the stand-in for the published value.
final class IndicatorEntry {

  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "dimension",
          "code",
          "strength",
          "provisional_strength",
          "other_strength",
          "status",
          "note",
          "texts");

  private static final Map<String, Standing> STANDINGS =
      Map.of(
          "verified", Standing.VERIFIED,
          "secondary-verified", Standing.SECOND_HAND,
          "disputed", Standing.DISPUTED,
          "unverified", Standing.PROVISIONAL);

  private final Fields fields;
  private final List<String> problems;

  private IndicatorEntry(Fields fields, List<String> problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /// The indicator, or empty when something was noted among the problems.
  static Optional<Indicator> read(JsonNode entry, int number, List<String> problems) {
    int before = problems.size();
    JsonNode id = entry.path("id");
    String name = id.isString() ? " (" + Fields.shown(id.stringValue()) + ")" : "";
    Fields fields = new Fields(entry, "indicator " + number + name, problems, KNOWN);
    return new IndicatorEntry(fields, problems).read(before);
  }

  private Optional<Indicator> read(int before) {
    String id = id();
    String code = code();
    String dimensionCode = fields.text("dimension");
    Optional<Dimension> dimension = Dimension.of(dimensionCode);
    if (dimension.isEmpty()) {
      fields.refuse("has a dimension that is not known: " + Fields.shown(dimensionCode));
    }
    String status = fields.text("status");
    @Nullable Standing standing = STANDINGS.get(status);
    if (standing == null) {
      fields.refuse("has a status that is not known: " + Fields.shown(status));
      return Optional.empty();
    }
    @Nullable Strength strength = strength(standing);
    @Nullable Strength other = strength("other_strength", standing == Standing.DISPUTED);
    if (strength != null && strength == other) {
      fields.refuse("is disputed between two equal strengths");
    }
    @Nullable String note = fields.optionalText("note");
    Map<String, Indicator.Wording> wordings = wordings();
    if (strength == null || dimension.isEmpty() || problems.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Indicator(
            new Indicator.Id(id),
            dimension.get(),
            code,
            strength,
            standing,
            other,
            note == null ? "" : note,
            wordings));
  }

  private String id() {
    String id = fields.text("id");
    if (!Indicator.Id.isWellFormed(id)) {
      fields.refuse("'id' is not capitals and digits joined by hyphens, at most 40");
    }
    return id;
  }

  private String code() {
    String code = fields.text("code");
    if (!Indicator.isCode(code)) {
      fields.refuse("'code' is not capitals, digits and underscores, at most 40");
    }
    return code;
  }

  private @Nullable Strength strength(Standing standing) {
    boolean provisional = standing == Standing.PROVISIONAL;
    @Nullable Strength published = strength("strength", !provisional);
    @Nullable Strength standIn = strength("provisional_strength", provisional);
    return provisional ? standIn : published;
  }

  private @Nullable Strength strength(String name, boolean wanted) {
    @Nullable String written = fields.optionalText(name);
    if (wanted != (written != null)) {
      fields.refuse((wanted ? "lacks '" : "may not have '") + name + "' with this status");
      return null;
    }
    if (written == null) {
      return null;
    }
    for (Strength strength : EnumSet.allOf(Strength.class)) {
      if (strength.name().toLowerCase(Locale.ROOT).equals(written)) {
        return strength;
      }
    }
    fields.refuse("has a strength that is not known: " + Fields.shown(written));
    return null;
  }

  private Map<String, Indicator.Wording> wordings() {
    Map<String, Indicator.Wording> wordings = new LinkedHashMap<>();
    if (fields.has("texts")) {
      Fields texts = fields.inner("texts", Texts.LANGUAGES);
      for (String language : texts.names()) {
        Fields wording = texts.inner(language, Set.of("label", "question"));
        wordings.put(
            language, new Indicator.Wording(wording.text("label"), wording.text("question")));
      }
    }
    return wordings;
  }
}

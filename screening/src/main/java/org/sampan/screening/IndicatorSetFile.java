package org.sampan.screening;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The file format of an indicator set: JSON in UTF-8. Nothing unknown, doubled or out of its
/// limits is let through, since a grade misread is a person misjudged.
final class IndicatorSetFile {

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_INDICATORS = 500;
  private static final String DIMENSION_RULE = "ilo-2009";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Set<String> KNOWN =
      Set.of(
          "set",
          "version",
          "title",
          "people",
          "wording",
          "source",
          "how_verified",
          "rules",
          "indicators");

  private static final Map<String, ReadingRule> READINGS =
      Map.of(
          "palermo", ReadingRule.PALERMO,
          "labour-force-survey", ReadingRule.LABOUR_FORCE_SURVEY);

  private static final Map<String, AgeGroup> PEOPLE =
      Map.of("adult", AgeGroup.ADULT, "child", AgeGroup.CHILD);

  private final List<String> problems = new ArrayList<>();

  private IndicatorSetFile() {}

  static IndicatorSets.Loaded read(InputStream file) throws IOException {
    byte[] bytes = file.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      return refused("the file is larger than " + MOST_BYTES + " bytes");
    }
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (JacksonException malformed) {
      return refused("the file is not well-formed JSON: " + malformed.getOriginalMessage());
    }
    IndicatorSetFile reading = new IndicatorSetFile();
    @Nullable IndicatorSet set = reading.set(root);
    return set == null
        ? new IndicatorSets.Refused(reading.problems)
        : new IndicatorSets.Accepted(set);
  }

  private static IndicatorSets.Refused refused(String problem) {
    return new IndicatorSets.Refused(List.of(problem));
  }

  private @Nullable IndicatorSet set(JsonNode root) {
    Fields fields = new Fields(root, "the set", problems, KNOWN);
    String name = fields.text("set");
    int version = fields.number("version");
    if (!IndicatorSet.Id.isName(name)) {
      fields.refuse("'set' is not lower-case letters, digits and hyphens, at most 64");
    }
    if (!IndicatorSet.Id.isVersion(version)) {
      fields.refuse("'version' is not 1 to 9999");
    }
    String title = fields.text("title");
    AgeGroup people = PEOPLE.getOrDefault(fields.text("people"), AgeGroup.UNKNOWN);
    if (people == AgeGroup.UNKNOWN) {
      fields.refuse("'people' is neither adult nor child");
    }
    List<String> wording = fields.texts("wording", 10);
    String source = fields.text("source");
    String howVerified = fields.text("how_verified");
    Set<ReadingRule> readings = readings(fields);
    List<Indicator> indicators = indicators(fields);
    if (!problems.isEmpty()) {
      return null;
    }
    return new IndicatorSet(
        new IndicatorSet.Id(name, version),
        title,
        people,
        wording,
        source,
        howVerified,
        readings,
        indicators);
  }

  private Set<ReadingRule> readings(Fields set) {
    Fields rules = set.inner("rules", Set.of("dimension", "joining"));
    String dimensionRule = rules.text("dimension");
    if (!dimensionRule.equals(DIMENSION_RULE)) {
      rules.refuse("names a dimension rule that is not known: " + Fields.shown(dimensionRule));
    }
    Set<ReadingRule> readings = EnumSet.noneOf(ReadingRule.class);
    for (String written : rules.texts("joining", READINGS.size())) {
      @Nullable ReadingRule reading = READINGS.get(written);
      if (reading == null) {
        rules.refuse("names a joining rule that is not known: " + Fields.shown(written));
      } else {
        readings.add(reading);
      }
    }
    if (!readings.contains(ReadingRule.PALERMO)) {
      rules.refuse("does not offer the joining rule 'palermo'");
    }
    return readings;
  }

  private List<Indicator> indicators(Fields set) {
    List<Indicator> indicators = new ArrayList<>();
    Set<Indicator.Id> ids = new HashSet<>();
    Set<String> codes = new HashSet<>();
    int number = 0;
    for (JsonNode entry : set.list("indicators", MOST_INDICATORS)) {
      number++;
      IndicatorEntry.read(entry, number, problems).ifPresent(indicators::add);
    }
    if (number == 0) {
      set.refuse("has no indicators");
    }
    for (Indicator indicator : indicators) {
      if (!ids.add(indicator.id())) {
        set.refuse("has two indicators with the id " + indicator.id());
      }
      if (!codes.add(indicator.dimension() + " " + indicator.code())) {
        set.refuse("asks " + indicator.code() + " twice in " + indicator.dimension().code());
      }
      if (!Texts.has(indicator)) {
        set.refuse("has no English texts for " + indicator.id() + " " + indicator.code());
      }
    }
    return indicators;
  }
}

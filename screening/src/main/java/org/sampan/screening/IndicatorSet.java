package org.sampan.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A published list of indicators with the rules it is read by. A version never changes once
/// released: a corrected grade makes the next version, so that stored findings stay explicable.
///
/// @param id name and version
/// @param title in English; pages use [Texts#title(IndicatorSet)]
/// @param people whom it was written for: adults or children
/// @param wording variants of the texts to try, in this order, before the plain one
/// @param source the publication, with its number
/// @param howVerified how the data was obtained and checked, in English
/// @param readings the readings this set may be read by; at least [ReadingRule#PALERMO]
/// @param indicators in the order they are asked
public record IndicatorSet(
    Id id,
    String title,
    AgeGroup people,
    List<String> wording,
    String source,
    String howVerified,
    Set<ReadingRule> readings,
    List<Indicator> indicators) {

  /// @throws IllegalArgumentException when it has no indicators, two of one id, or no Palermo
  ///   reading, or is for people of unknown age
  public IndicatorSet {
    wording = List.copyOf(wording);
    indicators = List.copyOf(indicators);
    if (indicators.isEmpty()) {
      throw new IllegalArgumentException("a set without indicators");
    }
    if (people == AgeGroup.UNKNOWN) {
      throw new IllegalArgumentException("a set is for adults or for children");
    }
    if (!readings.contains(ReadingRule.PALERMO)) {
      throw new IllegalArgumentException("every set offers the Palermo reading");
    }
    readings = Collections.unmodifiableSet(EnumSet.copyOf(readings));
    Set<Indicator.Id> seen = new HashSet<>();
    for (Indicator indicator : indicators) {
      if (!seen.add(indicator.id())) {
        throw new IllegalArgumentException("two indicators called " + indicator.id());
      }
    }
  }

  /// The indicators of one dimension, in the order they are asked; may be empty.
  public List<Indicator> in(Dimension dimension) {
    List<Indicator> found = new ArrayList<>();
    for (Indicator indicator : indicators) {
      if (indicator.dimension() == dimension) {
        found.add(indicator);
      }
    }
    return found;
  }

  /// The indicator of this id, when the set has it.
  public Optional<Indicator> find(Indicator.Id id) {
    return indicators.stream().filter(indicator -> indicator.id().equals(id)).findFirst();
  }

  /// The standings that occur among the grades of this set.
  public Set<Standing> standings() {
    EnumSet<Standing> found = EnumSet.noneOf(Standing.class);
    indicators.forEach(indicator -> found.add(indicator.standing()));
    return Collections.unmodifiableSet(found);
  }

  /// Whether a person has checked every grade against the original. Where not, every page and print
  /// shows [Texts#notChecked()].
  public boolean isChecked() {
    return standings().equals(EnumSet.of(Standing.VERIFIED));
  }

  /// Name and version, for example `ilo-2009-adult-labour` version 1.
  ///
  /// @param name lower-case letters, digits and hyphens, at most 64
  /// @param version 1 to 9999
  public record Id(String name, int version) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int LAST_VERSION = 9999;

    /// @throws IllegalArgumentException when either is out of its range
    public Id {
      if (!isName(name) || !isVersion(version)) {
        throw new IllegalArgumentException("not the name and version of an indicator set");
      }
    }

    static boolean isName(String name) {
      return NAME.matcher(name).matches();
    }

    static boolean isVersion(int version) {
      return version >= 1 && version <= LAST_VERSION;
    }

    /// Name, slash, version: `ilo-2009-adult-labour/1`.
    @Override
    public String toString() {
      return name + "/" + version;
    }
  }
}

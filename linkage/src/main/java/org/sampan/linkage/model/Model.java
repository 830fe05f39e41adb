package org.sampan.linkage.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sampan.linkage.places.Gazetteer;

/// What two records of one person look like, learned or written by hand; a person can read it as
/// JSON.
///
/// @param fields what is compared, 1 to 15 fields
/// @param passes which records are compared, in order, 1 to 16
/// @param prior the chance that two records picked at random are one person, above 0 and below 1
/// @param threshold the bits from which a pair is held to be one person
/// @param about where the model comes from, in words
/// @param household what two people who live together share, if that was told apart
public record Model(
    List<Field> fields,
    List<Pass> passes,
    double prior,
    double threshold,
    String about,
    Optional<Household> household) {

  /// The version of the file format that this library writes.
  public static final int VERSION = 1;

  public Model {
    fields = List.copyOf(fields);
    passes = List.copyOf(passes);
    if (fields.isEmpty() || fields.size() > 15) {
      throw new IllegalArgumentException("a model has 1 to 15 fields");
    }
    if (passes.isEmpty() || passes.size() > 16) {
      throw new IllegalArgumentException("a model has 1 to 16 passes");
    }
    if (!(prior > 0 && prior < 1) || !Double.isFinite(threshold)) {
      throw new IllegalArgumentException("the prior lies above 0 and below 1");
    }
    Set<String> names = new HashSet<>();
    for (Field field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException("the model has two fields " + field.name());
      }
    }
    for (Field field : fields) {
      field.crosses().ifPresent(other -> known(names, other));
      field.leans().ifPresent(leaning -> known(names, leaning.on()));
    }
    if (household.isPresent()) {
      checkWidth(household.get(), fields);
    }
    for (Pass pass : passes) {
      pass.keys().forEach(key -> known(names, key.field()));
    }
  }

  /// A model that knows of no households.
  public Model(
      List<Field> fields, List<Pass> passes, double prior, double threshold, String about) {
    this(fields, passes, prior, threshold, about, Optional.empty());
  }

  private static void checkWidth(Household household, List<Field> fields) {
    boolean fits = household.chances().size() == fields.size();
    for (int field = 0; fits && field < fields.size(); field++) {
      fits = household.chances().get(field).size() == fields.get(field).levels().size();
    }
    if (!fits) {
      throw new IllegalArgumentException("the household lacks chances");
    }
  }

  private static void known(Set<String> names, String field) {
    if (!names.contains(field)) {
      throw new IllegalArgumentException("the model has no field " + field);
    }
  }

  /// Reads a model file.
  ///
  /// @throws IllegalArgumentException that says what is wrong, when it is not one
  public static Model parse(String json) {
    return ModelFile.read(json);
  }

  /// The model as an indented JSON file that [#parse] reads back to an equal model.
  public String toJson() {
    return ModelFile.write(this);
  }

  /// The place of a field among the fields; -1 when there is none of the name.
  public int place(String field) {
    return fields.stream().map(Field::name).toList().indexOf(field);
  }

  /// The same model with other fields.
  public Model fields(List<Field> other) {
    return new Model(other, passes, prior, threshold, about, household);
  }

  /// The prior odds in bits.
  public double priorBits() {
    return Level.log2(prior / (1 - prior));
  }

  /// The same model with other passes.
  public Model with(List<Pass> chosen) {
    return new Model(fields, chosen, prior, threshold, about, household);
  }

  /// The same model with other words about where it comes from.
  public Model about(String words) {
    return new Model(fields, passes, prior, threshold, words, household);
  }

  /// The same model that knows of these households, or of none.
  public Model of(Optional<Household> other) {
    return new Model(fields, passes, prior, threshold, about, other);
  }

  /// The same model, not learned yet, whose places are compared by their distance.
  public Model on(Gazetteer places) {
    List<Field> placed =
        fields.stream()
            .map(field -> field.kind() == Kind.PLACE ? field.on(places) : field)
            .toList();
    return new Model(placed, passes, prior, threshold, about);
  }

  /// The same model with another threshold.
  public Model cutAt(double bits) {
    return new Model(fields, passes, prior, bits, about, household);
  }
}

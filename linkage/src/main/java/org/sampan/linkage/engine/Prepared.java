package org.sampan.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.sampan.linkage.model.Cut;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.model.Pass;
import org.sampan.linkage.record.RecordStore;
import org.sampan.linkage.value.HeardKeys;

/// The records as a model sees them: each field's values read, each pair of crossing fields found.
public final class Prepared {

  public final Model model;
  public final RecordStore store;

  /// All records, of which those prepared may be a sample; tells how common a value is.
  public final RecordStore population;

  public final FieldValues[] fields;

  /// Which field a field crosses with, -1 for none; only the first of the two tells.
  public final int[] crosses;

  private final Map<Pass.Key, KeyParts> parts;
  private final @Nullable KeyParts[] wholes;
  private final Scores scores;
  private final Ranking ranking;

  private Prepared(
      Model model,
      RecordStore store,
      RecordStore population,
      FieldValues[] fields,
      Map<Pass.Key, KeyParts> parts) {
    this.model = model;
    this.store = store;
    this.population = population;
    this.fields = fields;
    this.parts = parts;
    this.crosses = new int[fields.length];
    this.wholes = new KeyParts[fields.length];
    Arrays.fill(crosses, -1);
    List<String> names = model.fields().stream().map(Field::name).toList();
    for (int field = 0; field < fields.length; field++) {
      int other = model.fields().get(field).crosses().map(names::indexOf).orElse(-1);
      if (other > field) {
        crosses[field] = other;
        wholes[field] = parts(new Pass.Key(names.get(field), Cut.WHOLE));
        wholes[other] = parts(new Pass.Key(names.get(other), Cut.WHOLE));
      }
    }
    this.scores = new Scores(this);
    this.ranking = new Ranking(scores);
  }

  public static Prepared of(Model model, RecordStore store) {
    List<FieldValues> fields = new ArrayList<>();
    for (Field field : model.fields()) {
      int column = column(field, store);
      fields.add(new FieldValues(field, column, store.dictionary(column)));
    }
    Rarity.count(store, fields);
    return new Prepared(model, store, store, fields.toArray(FieldValues[]::new), new HashMap<>());
  }

  /// What is known of one field over all records, where those at hand are a part of them.
  ///
  /// @param common words that are passed over
  /// @param often how often a canonical value occurs
  /// @param total how many records have a value
  /// @param sounds the keys of its names' sound that occur in more than one script, sorted
  public record Known(Set<String> common, ToIntFunction<String> often, long total, int[] sounds) {}

  /// Prepares a part of the records; what depends on all of them is known, field by field.
  public static Prepared part(Model model, RecordStore store, List<Known> known) {
    FieldValues[] fields = new FieldValues[known.size()];
    for (int number = 0; number < fields.length; number++) {
      Field field = model.fields().get(number);
      Known one = known.get(number);
      int column = column(field, store);
      fields[number] = new FieldValues(field, column, store.dictionary(column), one.common());
      fields[number].shared = one.sounds();
      Rarity.take(fields[number], one.often(), one.total());
    }
    return new Prepared(model, store, store, fields, new HashMap<>());
  }

  /// The marks of the scripts that a field's names stand in, each once; none for other kinds.
  public long[] scripts(int field) {
    FieldValues values = fields[field];
    return values.named()
        ? Arrays.stream(values.marks, 1, values.codes()).distinct().toArray()
        : new long[0];
  }

  /// Tells the keys of the sound of a field's names, whether they occur in several scripts or not.
  public void sounds(int field, HeardKeys.Sounds hears) {
    HeardKeys keys = new HeardKeys(null);
    keys.readOn(fields[field].codes(), fields[field]::written);
    keys.tell(hears);
  }

  /// The first of a field's columns that the records have.
  private static int column(Field field, RecordStore store) {
    return field.columns().stream()
        .mapToInt(store.columns()::indexOf)
        .filter(found -> found >= 0)
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the records have none of the columns " + field.columns()));
  }

  /// The same records under a model of the same fields with other chances or passes.
  public Prepared under(Model other) {
    FieldValues[] same = new FieldValues[fields.length];
    Arrays.setAll(same, field -> fields[field].under(other.fields().get(field)));
    return new Prepared(other, store, population, same, parts);
  }

  /// Some of the records, drawn at random, under the same model.
  public Prepared sample(int most, long seed) {
    return new Prepared(model, store.sample(most, seed), population, fields, parts);
  }

  /// All records, under the same model.
  public Prepared whole() {
    return new Prepared(model, population, population, fields, parts);
  }

  /// The parts by which a field is told to cross with another; null when it does not.
  @Nullable KeyParts whole(int field) {
    return wholes[field];
  }

  /// The number of a field by its name.
  public int field(String name) {
    for (int field = 0; field < fields.length; field++) {
      if (fields[field].field.name().equals(name)) {
        return field;
      }
    }
    throw new IllegalArgumentException("the model has no field " + name);
  }

  /// What a key adds, read once a field and cut.
  public KeyParts parts(Pass.Key key) {
    return parts.computeIfAbsent(
        key, wanted -> new KeyParts(fields[field(wanted.field())], wanted.cut()));
  }

  /// Reads what a record added to the store brings.
  void added(int record) {
    for (FieldValues values : fields) {
      values.added(store.code(record, values.column));
    }
    parts.forEach((key, part) -> part.readOn(fields[field(key.field())]));
  }

  /// Gathers one record into a batch and returns its place.
  public int gather(Batch batch, int record) {
    int place = batch.take(record);
    gatherFrom(batch, place);
    return place;
  }

  /// Gathers all members of a batch.
  void gather(Batch batch) {
    gatherFrom(batch, 0);
  }

  /// Gathers the members from a place on.
  void gatherFrom(Batch batch, int from) {
    Members.gather(this, batch, from);
  }

  /// Finds levels and bits of every pair of a batch.
  public void score(Batch batch) {
    score(batch, Double.NEGATIVE_INFINITY);
  }

  /// The same, but only pairs that can reach the limit need be exact: others stay below it.
  public void score(Batch batch, double limit) {
    scores.find(batch, limit);
  }

  /// Finds only the bits of pairs that can reach the limit; others stay below it, and their levels
  /// are not told.
  void rank(Batch batch, double limit) {
    ranking.rank(batch, limit);
  }

  /// Whether some column has names in several scripts.
  boolean inScripts() {
    return Arrays.stream(fields).anyMatch(values -> values.inScripts);
  }

  /// Whether two members have names in two scripts, which are dear to compare.
  public boolean twoScripts(Batch batch, int i, int j) {
    for (int field = 0; field < fields.length; field++) {
      if (fields[field].named()
          && batch.codes[field][i] != 0
          && batch.codes[field][j] != 0
          && batch.marks[field][i] != batch.marks[field][j]) {
        return true;
      }
    }
    return false;
  }

  /// The bits of a scored pair in one field: the level's own, then the rarity's.
  public double[] parts(Batch batch, int pair, int field) {
    return scores.parts(batch, pair, field);
  }

  /// What a scored pair lost because housemates would share it too.
  public double housemates(Batch batch, int pair) {
    return scores.lost(batch, pair);
  }

  public long bytes() {
    return Arrays.stream(fields).mapToLong(FieldValues::bytes).sum()
        + parts.values().stream().mapToLong(KeyParts::bytes).sum();
  }
}

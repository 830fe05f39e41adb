package org.sampan.benchmarks;

import java.util.ArrayList;
import java.util.List;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.ModifiableRecord;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.databases.LuceneDatabase;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/// Duke 1.2 on its Lucene database: Jaro-Winkler on names, Levenshtein on the rest, with
/// probabilities set by hand as its documents advise.
final class DukeOnLucene implements Engine {

  @Override
  public Accuracy link(String file) {
    People people = People.read(file);
    ConfigurationImpl configuration = new ConfigurationImpl();
    List<Property> properties = new ArrayList<>();
    properties.add(new PropertyImpl("id"));
    List<String> columns = people.columns().stream().filter(DukeOnLucene::tells).toList();
    columns.forEach(column -> properties.add(property(column)));
    configuration.setProperties(properties);
    configuration.setThreshold(0.01);
    LuceneDatabase database = new LuceneDatabase();
    database.setMaxSearchHits(30);
    configuration.setDatabase(database);
    database.setConfiguration(configuration);
    Scores scores = new Scores(people);
    Processor processor = new Processor(configuration, database);
    processor.addMatchListener(
        new AbstractMatchListener() {
          @Override
          public void matches(Record one, Record other, double confidence) {
            scores.add(number(one), number(other), confidence);
          }
        });
    List<Record> records = new ArrayList<>();
    for (int row = 0; row < people.size(); row++) {
      ModifiableRecord record = new RecordImpl();
      record.addValue("id", String.valueOf(row));
      for (String column : columns) {
        String cell = people.cell(row, column);
        if (!cell.isEmpty()) {
          record.addValue(column, cell);
        }
      }
      records.add(record);
    }
    processor.deduplicate(records);
    processor.close();
    return scores.best();
  }

  private static int number(Record record) {
    return Integer.parseInt(record.getValue("id"));
  }

  /// Naive Bayes suffers from columns that say the same; these say something of their own.
  private static boolean tells(String column) {
    return !List.of(
            "state",
            "suburb",
            "address_2",
            "full_name",
            "first_and_surname",
            "register",
            "recorded",
            "gender",
            "sex",
            "age")
        .contains(column);
  }

  private static PropertyImpl property(String column) {
    boolean name = column.contains("name");
    boolean strong =
        column.contains("dob")
            || column.contains("birth")
            || column.contains("ssn")
            || column.contains("sec_id")
            || column.contains("phone")
            || column.contains("paper");
    Comparator comparator = name ? new JaroWinkler() : new Levenshtein();
    double low = name ? 0.32 : 0.4;
    double high = strong ? 0.95 : name ? 0.83 : 0.75;
    PropertyImpl property = new PropertyImpl(column, comparator, low, high);
    property.setLookupBehaviour(Property.Lookup.TRUE);
    return property;
  }
}

package org.sampan.benchmarks;

import com.intuit.fuzzymatcher.component.MatchService;
import com.intuit.fuzzymatcher.domain.Document;
import com.intuit.fuzzymatcher.domain.Element;
import com.intuit.fuzzymatcher.domain.ElementType;
import com.intuit.fuzzymatcher.domain.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Intuit's fuzzy-matcher 1.2.1: names as NAME, addresses as ADDRESS, the rest as TEXT, from a
/// threshold of 0.3.
final class FuzzyMatcher implements Engine {

  @Override
  public Accuracy link(String file) {
    People people = People.read(file);
    List<Document> documents = new ArrayList<>();
    for (int row = 0; row < people.size(); row++) {
      Document.Builder document = new Document.Builder(String.valueOf(row)).setThreshold(0.3);
      String name =
          joined(people, row, "given_name", "surname", "first_name", "name", "name_latin");
      String address =
          joined(people, row, "street_number", "address_1", "address_2", "suburb", "province");
      add(document, ElementType.NAME, name, "name");
      add(document, ElementType.ADDRESS, address, "address");
      for (String column :
          List.of(
              "date_of_birth",
              "soc_sec_id",
              "postcode",
              "dob",
              "postcode_fake",
              "birth_place",
              "birth",
              "phone",
              "paper")) {
        add(document, ElementType.TEXT, people.cell(row, column), column);
      }
      documents.add(document.createDocument());
    }
    Scores scores = new Scores(people);
    Map<String, List<Match<Document>>> found = new MatchService().applyMatchByDocId(documents);
    for (List<Match<Document>> matches : found.values()) {
      for (Match<Document> match : matches) {
        scores.add(
            Integer.parseInt(match.getData().getKey()),
            Integer.parseInt(match.getMatchedWith().getKey()),
            match.getResult());
      }
    }
    return scores.best();
  }

  private static String joined(People people, int row, String... columns) {
    StringBuilder joined = new StringBuilder();
    for (String column : columns) {
      joined.append(people.cell(row, column)).append(' ');
    }
    return joined.toString().strip();
  }

  private static void add(
      Document.Builder document, ElementType type, String value, String variance) {
    if (!value.isEmpty()) {
      document.addElement(
          new Element.Builder<String>()
              .setType(type)
              .setVariance(variance)
              .setValue(value)
              .createElement());
    }
  }
}

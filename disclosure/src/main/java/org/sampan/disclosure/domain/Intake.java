package org.sampan.disclosure.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Codes rows of text by a domain, one row at a time, and counts how many rows a person has.
///
/// Columns of the file that the domain does not name are left behind. The first row that does not
/// fit ends the intake: a release is made of data that is understood, or not at all.
public final class Intake {

  private final Domain domain;
  private final int[] positions;
  private final int personPosition;
  private final int mostRows;
  private final Coding[] codings;
  private final List<String> missing = new ArrayList<>();
  private final Map<String, int[]> people = new HashMap<>();
  private short[][] columns;
  private int[] persons = new int[1024];
  private int rows;
  private Optional<String> refusal;

  /// @param header the names of the file's columns
  /// @param person the column that says whose row it is; empty where every row is a person's only
  /// @param mostRows a person with more rows than this is a mistake in the file, and refused
  public Intake(Domain domain, List<String> header, Optional<String> person, int mostRows) {
    this.domain = domain;
    this.mostRows = mostRows;
    positions = new int[domain.width()];
    codings = new Coding[domain.width()];
    columns = new short[domain.width()][1024];
    for (int at = 0; at < positions.length; at++) {
      positions[at] = position(header, domain.variable(at).name());
      codings[at] = new Coding(domain.variable(at));
    }
    personPosition = person.isEmpty() ? -1 : position(header, person.get());
    refusal =
        missing.isEmpty()
            ? Optional.empty()
            : Optional.of("The file has no column " + String.join(", ", missing));
  }

  /// Takes one row; after a refusal nothing more is taken.
  ///
  /// @return whether the row, and every row before it, fits
  public boolean add(List<String> row) {
    if (refusal.isPresent()) {
      return false;
    }
    makeRoom();
    for (int at = 0; at < positions.length; at++) {
      if (positions[at] >= row.size()) {
        return refuse("has fewer columns than the header");
      }
      short index = codings[at].index(row.get(positions[at]));
      if (index < 0) {
        return refuse(
            "has a value in column "
                + domain.variable(at).name()
                + " that is not in the list "
                + domain.name()
                + " "
                + domain.version());
      }
      columns[at][rows] = index;
    }
    return addPerson(row);
  }

  /// The records, or the first refusal.
  public Coded finish() {
    if (refusal.isPresent()) {
      return new Coded.Refused(refusal.get());
    }
    short[][] exact = new short[columns.length][];
    for (int at = 0; at < exact.length; at++) {
      exact[at] = Arrays.copyOf(columns[at], rows);
    }
    return new Coded.Complete(new Records(domain, exact, Arrays.copyOf(persons, rows)));
  }

  private boolean addPerson(List<String> row) {
    if (personPosition < 0) {
      persons[rows] = rows;
    } else {
      String name = personPosition < row.size() ? row.get(personPosition).strip() : "";
      if (name.isEmpty()) {
        return refuse("does not say whose it is");
      }
      int[] person = people.computeIfAbsent(name, _ -> new int[] {people.size(), 0});
      person[1]++;
      if (person[1] > mostRows) {
        return refuse("is one person's row number " + person[1] + ": more than anybody can have");
      }
      persons[rows] = person[0];
    }
    rows++;
    return true;
  }

  private boolean refuse(String why) {
    // The header is line 1.
    refusal = Optional.of("Line " + (rows + 2) + " " + why);
    return false;
  }

  private void makeRoom() {
    if (rows == persons.length) {
      int larger = rows * 2;
      persons = Arrays.copyOf(persons, larger);
      for (int at = 0; at < columns.length; at++) {
        columns[at] = Arrays.copyOf(columns[at], larger);
      }
    }
  }

  private int position(List<String> header, String name) {
    int position = header.indexOf(name);
    if (position < 0) {
      missing.add(name);
    }
    return position;
  }
}

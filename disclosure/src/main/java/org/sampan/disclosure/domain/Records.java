package org.sampan.disclosure.domain;

/// Rows coded by a domain: for each variable the index of a category, for each row its person.
///
/// Columns are shared, not copied, because they are large: whoever hands them over lets go of them.
public final class Records {

  private final Domain domain;
  private final short[][] columns;
  private final int[] persons;

  /// Columns by variable then row; persons by row, numbered from 0.
  ///
  /// @throws IllegalArgumentException where lengths differ or an index is outside its variable
  public Records(Domain domain, short[][] columns, int[] persons) {
    if (columns.length != domain.width()) {
      throw new IllegalArgumentException("One column for each variable of the domain");
    }
    for (int at = 0; at < columns.length; at++) {
      int size = domain.variable(at).size();
      if (columns[at].length != persons.length) {
        throw new IllegalArgumentException("Every column has every row");
      }
      for (short index : columns[at]) {
        if (index < 0 || index >= size) {
          throw new IllegalArgumentException("An index outside " + domain.variable(at).name());
        }
      }
    }
    this.domain = domain;
    this.columns = columns;
    this.persons = persons;
  }

  /// Rows that each belong to a person of their own.
  public static Records ofOneRowEach(Domain domain, short[][] columns) {
    int[] persons = new int[columns.length == 0 ? 0 : columns[0].length];
    for (int row = 0; row < persons.length; row++) {
      persons[row] = row;
    }
    return new Records(domain, columns, persons);
  }

  public Domain domain() {
    return domain;
  }

  /// How many rows there are.
  public int size() {
    return persons.length;
  }

  /// The index of the category in a row.
  public int at(int variable, int row) {
    return columns[variable][row];
  }

  /// The person of a row.
  public int person(int row) {
    return persons[row];
  }

  /// One variable over all rows; not to be changed.
  public short[] column(int variable) {
    return columns[variable];
  }
}

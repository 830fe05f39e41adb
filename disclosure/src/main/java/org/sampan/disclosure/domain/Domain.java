package org.sampan.disclosure.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A versioned public code list: everything a record can say, known before any record is read.
///
/// @param source who publishes the list and where, printed on every output
/// @param readFromData true for a proposal drawn from a file, which no release accepts
public record Domain(
    String name,
    String version,
    String source,
    boolean readFromData,
    List<Variable> variables,
    List<Impossible> impossible,
    List<Hierarchy> hierarchies) {

  public Domain {
    variables = List.copyOf(variables);
    impossible = List.copyOf(impossible);
    hierarchies = List.copyOf(hierarchies);
    Set<String> names = new HashSet<>();
    for (Variable variable : variables) {
      if (!names.add(variable.name())) {
        throw new IllegalArgumentException("The domain names a variable twice: " + variable.name());
      }
    }
    for (Impossible zero : impossible) {
      known(variables, zero.variable(), zero.codes());
      known(variables, zero.other(), zero.otherCodes());
    }
    for (Hierarchy hierarchy : hierarchies) {
      Variable variable = named(variables, hierarchy.variable());
      for (var level : hierarchy.levels()) {
        if (!variable.categories().stream().allMatch(each -> level.containsKey(each.code()))) {
          throw new IllegalArgumentException(
              "A hierarchy level leaves out a category of " + hierarchy.variable());
        }
      }
    }
  }

  /// The position of a variable by its name, or -1.
  public int position(String variable) {
    for (int at = 0; at < variables.size(); at++) {
      if (variables.get(at).name().equals(variable)) {
        return at;
      }
    }
    return -1;
  }

  /// The variable at a position.
  public Variable variable(int position) {
    return variables.get(position);
  }

  /// How many variables there are.
  public int width() {
    return variables.size();
  }

  private static void known(List<Variable> variables, String name, Set<String> codes) {
    Variable variable = named(variables, name);
    for (String code : codes) {
      if (variable.index(code) < 0) {
        throw new IllegalArgumentException("A structural zero names no code of " + name);
      }
    }
  }

  private static Variable named(List<Variable> variables, String name) {
    return variables.stream()
        .filter(variable -> variable.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The domain has no variable " + name));
  }
}

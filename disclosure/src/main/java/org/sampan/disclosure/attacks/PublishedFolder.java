package org.sampan.disclosure.attacks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;

/// A release as anybody gets it.
///
/// @param texts every text file by its name; what is inside a workbook too, as `book.xlsx/part.xml`
/// @param domain its code list
/// @param counts every published count
/// @param rows its synthetic rows; empty where one holds a value outside the code list
/// @param epsilon and `delta` as it states them, as text
public record PublishedFolder(
    Map<String, String> texts,
    Domain domain,
    List<Count> counts,
    Optional<Records> rows,
    String epsilon,
    String delta) {

  public PublishedFolder {
    texts = Map.copyOf(texts);
    counts = List.copyOf(counts);
  }

  /// One published count: of one to three variables, a code of each.
  ///
  /// @param status how it came to be, in the words of the file
  public record Count(
      List<String> variables,
      List<String> codes,
      String count,
      String low,
      String high,
      String status) {

    public Count {
      variables = List.copyOf(variables);
      codes = List.copyOf(codes);
    }

    /// Whether all three numbers are whole and not below zero.
    boolean whole() {
      return List.of(count, low, high).stream().allMatch(each -> each.matches("[0-9]{1,15}"));
    }
  }
}

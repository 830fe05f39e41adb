package org.sampan.linkage;

import java.util.List;

/// Proposes a model from columns' names and a sample of rows.
public final class ModelWizard {

  private ModelWizard() {}

  /// A model to begin with; [Linkage#train] makes it fit.
  ///
  /// @param columns names, the identifier's left out
  /// @param rows a sample, each row as long as the columns; empty cells are missing
  /// @throws IllegalArgumentException when no column can be compared
  public static Model propose(List<String> columns, List<List<String>> rows) {
    throw new UnsupportedOperationException();
  }
}

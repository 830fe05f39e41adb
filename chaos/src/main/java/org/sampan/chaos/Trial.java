package org.sampan.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// One kind of trouble, and what the border promises through it.
interface Trial {

  /// A few words, for the table.
  String title();

  /// What is done and why it matters, in one or two sentences for somebody who runs a ministry.
  String story();

  /// Whether it asks nothing of the nodes, so that in the slice it is held beside the others.
  default boolean standsAlone() {
    return false;
  }

  /// Makes the trouble, heals it, and says what was found.
  List<Figure> run(Grounds grounds) throws IOException, SQLException, InterruptedException;

  /// Something counted or measured.
  ///
  /// @param target what was promised; empty where nothing was
  /// @param reached whether it was
  /// @param must whether the whole run fails when it was not; speeds only inform
  record Figure(String what, String value, String target, boolean reached, boolean must) {

    /// A count that must be zero.
    static Figure zero(String what, long count) {
      return new Figure(what, String.valueOf(count), "0", count == 0, true);
    }

    /// Something that must hold.
    static Figure holds(String what, boolean held) {
      return new Figure(what, held ? "yes" : "no", "yes", held, true);
    }

    /// A count of what was done, without a promise.
    static Figure told(String what, Object value) {
      return new Figure(what, String.valueOf(value), "", true, false);
    }

    /// A measured value beside its aim; the machine may be busy, so it informs.
    static Figure aim(String what, String value, String target, boolean reached) {
      return new Figure(what, value, target, reached, false);
    }
  }
}

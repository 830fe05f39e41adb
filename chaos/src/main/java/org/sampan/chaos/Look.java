package org.sampan.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A look into a station's database that stays open from question to question: who asks many times
/// a second would else spend more on signing in than the node on its work. It is opened anew after
/// its server went.
final class Look {

  private final Station station;
  private @Nullable Connection open;

  Look(Station station) {
    this.station = station;
  }

  /// The one number that answers this question.
  synchronized long number(String question) throws SQLException {
    if (open != null) {
      try {
        return ask(open, question);
      } catch (SQLException went) {
        open.close();
        open = null;
      }
    }
    Connection fresh = station.database();
    try {
      long answer = ask(fresh, question);
      open = fresh;
      return answer;
    } finally {
      if (open == null) {
        fresh.close();
      }
    }
  }

  private static long ask(Connection connection, String question) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(question);
        ResultSet row = ask.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}

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
    Connection connection = open == null ? station.database() : open;
    open = null;
    try (PreparedStatement ask = connection.prepareStatement(question);
        ResultSet row = ask.executeQuery()) {
      row.next();
      long answer = row.getLong(1);
      open = connection;
      return answer;
    } finally {
      if (open == null) {
        connection.close();
      }
    }
  }
}

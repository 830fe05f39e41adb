package org.sampan.bundles;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The SQL of the volumes taken whole.
@Repository
class Volumes {

  private final JdbcClient sql;
  private final Clock clock;

  Volumes(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  static final String ADD =
      """
      insert into bundles.volume (sender, bundle, number, of, taken)
      values (:sender, :bundle, :number, :of, :now) on conflict do nothing
      """;

  @Transactional(propagation = Propagation.MANDATORY)
  public void taken(String sender, VolumeFile.Place place) {
    sql.sql(ADD)
        .param("sender", sender)
        .param("bundle", place.bundle())
        .param("number", place.number())
        .param("of", place.of())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  static final String MISSING =
      """
      select number from generate_series(1, :of) as number
       where number not in (select number from bundles.volume where sender = :sender and bundle = :bundle)
       order by number
      """;

  /// Which volumes of a bundle were never taken whole.
  @Transactional(readOnly = true)
  public List<Integer> missing(String sender, UUID bundle, int of) {
    return sql.sql(MISSING)
        .param("of", of)
        .param("sender", sender)
        .param("bundle", bundle)
        .query((row, n) -> row.getInt("number"))
        .list();
  }
}

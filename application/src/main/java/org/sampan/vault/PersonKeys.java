package org.sampan.vault;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of the keys of persons.
@Repository
class PersonKeys {

  private final JdbcClient sql;

  PersonKeys(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      "insert into vault.person_key (person, wrapped, made) values (:person, :wrapped, :made) on conflict do nothing";

  boolean add(UUID person, byte[] wrapped, Instant now) {
    return sql.sql(ADD)
            .param("person", person)
            .param("wrapped", wrapped)
            .param("made", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  static final String OF =
      "select person, wrapped from vault.person_key where person = any(:persons)";

  Map<UUID, byte[]> of(Collection<UUID> persons) {
    Map<UUID, byte[]> keys = new HashMap<>();
    if (persons.isEmpty()) {
      return keys;
    }
    sql.sql(OF)
        .param("persons", persons.toArray(UUID[]::new))
        .query((row, n) -> keys.put(row.getObject("person", UUID.class), row.getBytes("wrapped")))
        .list();
    return keys;
  }

  static final String DESTROY = "delete from vault.person_key where person = :person";

  boolean destroy(UUID person) {
    return sql.sql(DESTROY).param("person", person).update() == 1;
  }
}

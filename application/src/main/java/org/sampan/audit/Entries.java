package org.sampan.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.log.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of the audit: it inserts and reads, for nothing else is permitted.
@Repository
class Entries {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// An entry with its salt and its leaf.
  record Kept(Entry entry, Leaf leaf) {}

  private final JdbcClient sql;

  Entries(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      """
      with written as (
        insert into audit.entry (id, at, who, office, act, record, case_file, purpose, detail, salt, leaf)
        values (:id, :at, cast(:who as uuid), cast(:office as uuid), :act, cast(:record as uuid),
                cast(:case as uuid), cast(:purpose as text), cast(:detail as jsonb), :salt, :leaf))
      insert into audit.waiting (entry) values (:id)
      """;

  void add(Entry entry, Leaf leaf) {
    sql.sql(ADD)
        .param("id", entry.id())
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("who", entry.who())
        .param("office", entry.office())
        .param("act", entry.act())
        .param("record", entry.record())
        .param("case", entry.caseFile())
        .param("purpose", entry.purpose())
        .param("detail", JSON.writeValueAsString(entry.detail()))
        .param("salt", leaf.salt())
        .param("leaf", leaf.digest())
        .update();
  }

  static final String NEWEST =
      """
      select id, at, who, office, act, record, case_file, purpose, detail, salt, leaf
        from audit.entry
       where (cast(:case as uuid) is null or case_file = cast(:case as uuid))
         and (cast(:who as uuid) is null or who = cast(:who as uuid))
         and (cast(:record as uuid) is null or record = cast(:record as uuid))
         and (cast(:act as text) is null or act = cast(:act as text))
         and (cast(:older as uuid) is null
              or (at, id) < (select o.at, o.id from audit.entry o where o.id = cast(:older as uuid)))
       order by at desc, id desc
       limit :most
      """;

  List<Entry> newest(Audit.Query query, int most) {
    return sql.sql(NEWEST)
        .param("case", query.caseFile())
        .param("who", query.who())
        .param("record", query.record())
        .param("act", query.act())
        .param("older", query.older())
        .param("most", most)
        .query((row, n) -> kept(row).entry())
        .list();
  }

  static final String COUNTS =
      "select act, count(*) as many from audit.entry group by act order by act";

  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    sql.sql(COUNTS).query((row, n) -> counts.put(row.getString("act"), row.getLong("many"))).list();
    return counts;
  }

  static final String PLACED =
      """
      select l.position, l.hash, e.id, e.at, e.who, e.office, e.act, e.record, e.case_file, e.purpose,
             e.detail, e.salt, e.leaf
        from audit.leaf l left join audit.entry e on e.id = l.entry
       where l.position >= :from and l.position < :to
       order by l.position
      """;

  /// One place of the log with its entry, unless that was erased.
  record Placed(long position, Hash leaf, Optional<Kept> kept) {

    boolean holds() {
      return kept.isEmpty()
          || kept.get().leaf().proves(kept.get().entry())
              && leaf.equals(Hash.of(kept.get().leaf().digest()));
    }

    Optional<byte[]> content() {
      return kept.map(there -> there.leaf().content(there.entry()));
    }
  }

  /// The places from one up to another.
  List<Placed> placed(long from, long to) {
    return sql.sql(PLACED)
        .param("from", from)
        .param("to", to)
        .query((row, n) ->
            new Placed(
                row.getLong("position"),
                Hash.of(row.getBytes("hash")),
                row.getObject("id") == null ? Optional.empty() : Optional.of(kept(row))))
        .list();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    Entry entry =
        new Entry(
            row.getObject("id", UUID.class),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getObject("who", UUID.class),
            row.getObject("office", UUID.class),
            row.getString("act"),
            row.getObject("record", UUID.class),
            row.getObject("case_file", UUID.class),
            row.getString("purpose"),
            detail(row.getString("detail")));
    return new Kept(entry, new Leaf(row.getBytes("salt"), row.getBytes("leaf")));
  }

  private static Map<String, String> detail(@Nullable String json) {
    return json == null
        ? Map.of()
        : JSON.readValue(json, new TypeReference<Map<String, String>>() {});
  }
}

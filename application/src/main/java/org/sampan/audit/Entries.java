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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of the audit: it inserts and reads, for nothing else is permitted.
@Repository
class Entries {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// An entry not yet in the chain, or one of it.
  record Kept(Entry entry, Leaf leaf) {}

  /// The newest link.
  record Head(long position, byte[] chain) {}

  private final JdbcClient sql;

  Entries(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      """
      insert into audit.entry (id, at, who, office, act, record, case_file, purpose, detail, salt, leaf)
      values (:id, :at, cast(:who as uuid), cast(:office as uuid), :act, cast(:record as uuid),
              cast(:case as uuid), cast(:purpose as text), cast(:detail as jsonb), :salt, :leaf)
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

  static final String NOT_LINKED =
      """
      select e.id, e.at, e.who, e.office, e.act, e.record, e.case_file, e.purpose, e.detail, e.salt, e.leaf
        from audit.entry e
       where not exists (select from audit.link l where l.entry = e.id)
       order by e.at, e.id
       limit 1000
      """;

  List<Kept> notLinked() {
    return sql.sql(NOT_LINKED).query((row, n) -> kept(row)).list();
  }

  static final String HEAD =
      "select position, chain from audit.link order by position desc limit 1";

  Optional<Head> head() {
    return sql.sql(HEAD)
        .query((row, n) -> new Head(row.getLong("position"), row.getBytes("chain")))
        .optional();
  }

  static final String LINK =
      "insert into audit.link (position, entry, chain) values (:position, :entry, :chain)";

  void link(long position, UUID entry, byte[] chain) {
    sql.sql(LINK).param("position", position).param("entry", entry).param("chain", chain).update();
  }

  static final String LOCK = "select pg_advisory_xact_lock(hashtext('audit.link'))";

  void oneAtATime() {
    sql.sql(LOCK).query((row, n) -> true).list();
  }

  static final String CHAIN =
      """
      select l.position, l.chain, e.id, e.at, e.who, e.office, e.act, e.record, e.case_file, e.purpose,
             e.detail, e.salt, e.leaf
        from audit.link l join audit.entry e on e.id = l.entry
       where l.position > :after
       order by l.position
       limit 1000
      """;

  /// One link of the chain with its entry.
  record Link(long position, byte[] chain, Kept kept) {}

  List<Link> chainAfter(long position) {
    return sql.sql(CHAIN)
        .param("after", position)
        .query((row, n) -> new Link(row.getLong("position"), row.getBytes("chain"), kept(row)))
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

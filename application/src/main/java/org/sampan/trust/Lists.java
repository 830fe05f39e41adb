package org.sampan.trust;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of the lists this node accepted and of the notices it heard.
@Repository
class Lists {

  /// A list as it was accepted.
  record Kept(Letter.ListMark mark, String text, Instant accepted) {}

  private final JdbcClient sql;

  Lists(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      """
      insert into trust.trust_list (version, digest, text, accepted)
      values (:version, :digest, :text, :accepted) on conflict (version) do nothing
      """;

  void add(Letter.ListMark mark, String text, Instant now) {
    sql.sql(ADD)
        .param("version", mark.version())
        .param("digest", mark.sha256().hex())
        .param("text", text)
        .param("accepted", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  static final String LAST =
      "select version, digest, text, accepted from trust.trust_list order by version desc limit 1";

  /// The newest.
  Optional<Kept> last() {
    return sql.sql(LAST)
        .query((row, n) ->
            new Kept(
                new Letter.ListMark(row.getLong("version"), new Digest(row.getString("digest"))),
                row.getString("text"),
                row.getObject("accepted", OffsetDateTime.class).toInstant()))
        .optional();
  }

  static final String HEAR =
      """
      insert into trust.notice (digest, node, text, heard) values (:digest, :node, :text, :now)
      on conflict (digest) do nothing
      """;

  /// Keeps a notice. False when it was known.
  boolean hear(Notice.Proved notice, Instant now) {
    return sql.sql(HEAR)
            .param("digest", notice.digest().hex())
            .param("node", notice.notice().node().value())
            .param("text", notice.text())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  static final String HEARD = "select text from trust.notice order by heard, digest";

  /// Every notice heard, as it was signed.
  List<String> heard() {
    return sql.sql(HEARD).query((row, n) -> row.getString("text")).list();
  }

  static final String HISTORY = "select text from trust.trust_list order by version";

  /// Every list accepted, as it was signed, oldest first.
  List<String> history() {
    return sql.sql(HISTORY).query((row, n) -> row.getString("text")).list();
  }
}

package org.sampan.consentrecords;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sampan.consents.Category;
import org.sampan.consents.Consent;
import org.sampan.consents.Purpose;
import org.sampan.exchange.MessageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of consent records, told and heard.
@Repository
class Records {

  private final JdbcClient sql;

  Records(JdbcClient sql) {
    this.sql = sql;
  }

  static final String TELL =
      """
      insert into consentrecords.told (message, case_file, node, hash, at) values (:message, :file, :node, :hash, :at)
      """;

  /// Notes that this consent is told to that node.
  void told(MessageId message, UUID caseFile, String node, String hash, Instant at) {
    sql.sql(TELL)
        .param("message", message.value())
        .param("file", caseFile)
        .param("node", node)
        .param("hash", hash)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  static final String TOLD =
      "select message from consentrecords.told where case_file = :file and node = :node and hash = :hash order by at";

  /// The messages that told it.
  List<MessageId> told(UUID caseFile, String node, String hash) {
    return sql.sql(TOLD)
        .param("file", caseFile)
        .param("node", node)
        .param("hash", hash)
        .query((row, n) -> new MessageId(row.getObject("message", UUID.class)))
        .list();
  }

  static final String OF_CASE =
      "select message from consentrecords.told where case_file = :file order by at, message";

  /// All that was told about a case.
  List<MessageId> told(UUID caseFile) {
    return sql.sql(OF_CASE)
        .param("file", caseFile)
        .query((row, n) -> new MessageId(row.getObject("message", UUID.class)))
        .list();
  }

  static final String HEAR =
      """
      insert into consentrecords.heard (message, node, hash, purpose, office, categories, giver, language, day, last_day,
             recorded, at)
      values (:message, :node, :hash, :purpose, :office, :categories, :giver, :language, :day, cast(:last as date),
              :recorded, :at)
      on conflict (message) do nothing
      """;

  void heard(Heard one) {
    Set<Category> categories = one.allowed().categories();
    sql.sql(HEAR)
        .param("message", one.message().value())
        .param("node", one.node())
        .param("hash", one.hash())
        .param("purpose", one.allowed().purpose().name())
        .param("office", one.allowed().office())
        .param("categories", categories.stream().map(Enum::name).sorted().toArray(String[]::new))
        .param("giver", one.giver().name())
        .param("language", one.language())
        .param("day", one.day())
        .param("last", one.last())
        .param("recorded", one.recorded().atOffset(ZoneOffset.UTC))
        .param("at", one.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  static final String OF_HASH =
      """
      select message, node, hash, purpose, office, categories, giver, language, day, last_day, recorded, at, ended
        from consentrecords.heard where node = :node and hash = :hash order by at, message
      """;

  /// What that node stated under this digest.
  List<Heard> heard(String node, String hash) {
    return sql.sql(OF_HASH)
        .param("node", node)
        .param("hash", hash)
        .query((row, n) -> row(row))
        .list();
  }

  static final String END =
      "update consentrecords.heard set ended = :at where message = :message and node = :node and ended is null";

  /// It was withdrawn there; false when nothing of it was here.
  boolean end(MessageId message, String node, Instant at) {
    return sql.sql(END)
            .param("message", message.value())
            .param("node", node)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static Heard row(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
    Set<Category> categories =
        Arrays.stream((String[]) row.getArray("categories").getArray())
            .map(Category::valueOf)
            .collect(Collectors.toSet());
    return new Heard(
        new MessageId(row.getObject("message", UUID.class)),
        row.getString("node"),
        row.getString("hash"),
        new Heard.Allowed(
            Purpose.valueOf(row.getString("purpose")), row.getString("office"), categories),
        Consent.Giver.valueOf(row.getString("giver")),
        row.getString("language"),
        row.getObject("day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getObject("recorded", OffsetDateTime.class).toInstant(),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant());
  }
}

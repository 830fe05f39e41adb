package org.sampan.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What a court is shown of a case: each letter as its sender signed it, with the receipts for it.
@Repository
public class Exhibits {

  /// One letter. It names people: whoever asks for it has been let through before.
  ///
  /// @param inner the sender's signed text
  /// @param sealed the digest of the bytes that travelled
  /// @param receipts the addressee's signed words, as far as they came
  public record Exhibit(
      MessageId id, boolean sent, String inner, Digest sealed, List<String> receipts) {
    @Override
    public String toString() {
      return "Exhibit[" + id.value() + "]";
    }
  }

  /// A row before it is opened.
  private record Row(
      UUID id,
      boolean sent,
      @Nullable UUID person,
      byte[] inner,
      String sealed,
      List<String> receipts) {}

  private final JdbcClient sql;
  private final Scribe scribe;

  Exhibits(JdbcClient sql, Scribe scribe) {
    this.sql = sql;
    this.scribe = scribe;
  }

  static final String SENT =
      """
      select o.id, o.person, o.inner_jws, o.sealed_digest, o.r1, o.r2, o.r3
        from exchange.outbox o join exchange.thread t on t.id = o.thread
       where t.case_file = :caseFile and o.state not in ('CANCELLED', 'EXPIRED', 'BOUNCED')
       order by t.peer, t.pair_case, o.seq
      """;
  static final String RECEIVED =
      """
      select i.id, i.person, i.inner_jws, i.sealed_digest, i.r1, i.r2, coalesce(i.r3, i.aside) as r3
        from exchange.inbox i join exchange.thread t on t.id = i.thread
       where t.case_file = :caseFile and i.inner_jws is not null
       order by t.peer, t.pair_case, i.seq
      """;

  /// The letters of a case of ours, by thread and number; empty when one of them can no longer be
  /// read, because the person was erased.
  @Transactional(readOnly = true)
  public Optional<List<Exhibit>> of(UUID caseFile) {
    List<Row> rows = new ArrayList<>(rows(SENT, caseFile, true));
    rows.addAll(rows(RECEIVED, caseFile, false));
    try {
      return Optional.of(rows.stream().map(this::opened).toList());
    } catch (Scribe.Unreachable erased) {
      return Optional.empty();
    }
  }

  private List<Row> rows(String which, UUID caseFile, boolean sent) {
    return sql.sql(which).param("caseFile", caseFile).query((row, n) -> row(row, sent)).list();
  }

  private static Row row(ResultSet row, boolean sent) throws SQLException {
    List<String> receipts =
        Stream.of(row.getString("r1"), row.getString("r2"), row.getString("r3"))
            .filter(Objects::nonNull)
            .toList();
    return new Row(
        row.getObject("id", UUID.class),
        sent,
        row.getObject("person", UUID.class),
        row.getBytes("inner_jws"),
        row.getString("sealed_digest"),
        receipts);
  }

  private Exhibit opened(Row row) {
    return new Exhibit(
        new MessageId(row.id()),
        row.sent(),
        scribe.innerJws(row.id(), row.person(), row.inner()),
        new Digest(row.sealed()),
        row.receipts());
  }
}

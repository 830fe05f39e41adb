package org.sampan.transfers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sampan.casework.CaseFile;
import org.sampan.consents.PersonId;
import org.sampan.exchange.MessageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of closings. Rows are only ever added.
@Repository
class Closings {

  private final JdbcClient sql;

  Closings(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      """
      insert into transfers.closing (id, ours, case_file, person, node, office, request, outcome, told, at, account,
             account_in)
      values (:id, :ours, :file, :person, :node, :office, :request, :outcome, :told, :at, cast(:account as uuid),
              cast(:in as uuid))
      on conflict (id) do nothing
      """;

  /// Adds one; false when the same was taken before.
  boolean add(Closing one) {
    Closing.Outcome outcome = one.outcome();
    Transfer.By by = one.by();
    return sql.sql(ADD)
            .param("id", one.id().value())
            .param("ours", one.ours())
            .param("file", one.caseFile().value())
            .param("person", one.person().value())
            .param("node", one.other().node())
            .param("office", one.other().office())
            .param("request", one.request().value())
            .param("outcome", outcome == null ? "" : outcome.name())
            .param("told", one.told())
            .param("at", one.at().atOffset(ZoneOffset.UTC))
            .param("account", by == null ? null : by.account().value())
            .param("in", by == null ? null : by.office().value())
            .update()
        == 1;
  }

  static final String OF_CASE =
      """
      select id, ours, case_file, person, node, office, request, outcome, told, at, account, account_in
        from transfers.closing where case_file = :file order by at, id
      """;

  List<Closing> of(CaseFile.Id file) {
    return sql.sql(OF_CASE).param("file", file.value()).query((row, n) -> row(row)).list();
  }

  private static Closing row(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return new Closing(
        new Closing.Id(row.getObject("id", UUID.class)),
        row.getBoolean("ours"),
        new CaseFile.Id(row.getObject("case_file", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        new Transfer.Other(row.getString("node"), row.getString("office")),
        new MessageId(row.getObject("request", UUID.class)),
        outcome.isEmpty() ? null : Closing.Outcome.valueOf(outcome),
        row.getBoolean("told"),
        Transfers.moment(row, "at"),
        Transfers.by(row, "account", "account_in"));
  }
}

package org.sampan.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The agencies and offices of this node.
@Repository
public class Offices {

  private final JdbcClient sql;

  /// Offices by identifier and by code, as they were committed: one that was added never changes.
  private final Map<Object, Office> known = new ConcurrentHashMap<>();

  Offices(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD_AGENCY =
      "insert into accounts.agency (id, native_name, latin_name) values (:id, :native, :latin) on conflict (id) do nothing";

  /// Adds an agency; adding it again changes nothing.
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Agency agency) {
    sql.sql(ADD_AGENCY)
        .param("id", agency.id().value())
        .param("native", agency.nativeName())
        .param("latin", agency.latinName())
        .update();
  }

  static final String ADD_OFFICE =
      """
      insert into accounts.office (id, agency, code, native_name, latin_name, zone)
      values (:id, :agency, :code, :native, :latin, :zone)
      on conflict (id) do nothing
      """;

  /// Adds an office; adding it again changes nothing.
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Office office) {
    sql.sql(ADD_OFFICE)
        .param("id", office.id().value())
        .param("agency", office.agency().value())
        .param("code", office.code())
        .param("native", office.nativeName())
        .param("latin", office.latinName())
        .param("zone", office.zone().getId())
        .update();
  }

  static final String AGENCIES =
      "select id, native_name, latin_name from accounts.agency order by latin_name";

  /// All agencies of this node.
  @Transactional(readOnly = true)
  public List<Agency> agencies() {
    return sql.sql(AGENCIES)
        .query((row, n) ->
            new Agency(
                new Agency.Id(row.getObject("id", UUID.class)),
                row.getString("native_name"),
                row.getString("latin_name")))
        .list();
  }

  static final String OFFICES =
      "select id, agency, code, native_name, latin_name, zone from accounts.office order by latin_name";

  /// All offices of this node.
  @Transactional(readOnly = true)
  public List<Office> all() {
    return sql.sql(OFFICES).query((row, n) -> row(row)).list();
  }

  static final String OFFICE =
      "select id, agency, code, native_name, latin_name, zone from accounts.office where id = :id";

  /// The office with this identifier.
  @Transactional(readOnly = true)
  public Optional<Office> find(Office.Id id) {
    return Optional.ofNullable(known.get(id))
        .or(() ->
            sql.sql(OFFICE).param("id", id.value()).query((row, n) -> keep(row(row))).optional());
  }

  static final String BY_CODE =
      "select id, agency, code, native_name, latin_name, zone from accounts.office where code = :code";

  /// The office other nodes address by this code.
  @Transactional(readOnly = true)
  public Optional<Office> coded(String code) {
    return Optional.ofNullable(known.get(code))
        .or(() ->
            sql.sql(BY_CODE).param("code", code).query((row, n) -> keep(row(row))).optional());
  }

  /// Remembers it once the transaction that saw it is committed: it may be the one that adds it.
  private Office keep(Office office) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            known.put(office.id(), office);
            known.put(office.code(), office);
          }
        });
    return office;
  }

  static Office row(ResultSet row) throws SQLException {
    return new Office(
        new Office.Id(row.getObject("id", UUID.class)),
        new Agency.Id(row.getObject("agency", UUID.class)),
        row.getString("code"),
        row.getString("native_name"),
        row.getString("latin_name"),
        ZoneId.of(row.getString("zone")));
  }
}

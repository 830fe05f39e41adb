package org.sampan.attachments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The papers of records, each with the sealed key of its parcel.
@Repository
class Papers {

  /// A paper with where its bytes are.
  ///
  /// @param person under whose key the parcel's key lies; none: the node's
  /// @param sealed the parcel's key
  record Kept(Paper paper, UUID parcel, @Nullable UUID person, byte[] sealed) {}

  private final JdbcClient sql;

  Papers(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      """
      insert into attachments.paper
        (record, id, place, parcel, person, what, media_type, size, sha256, sealed, added)
      values (:record, :id, (select count(*) from attachments.paper where record = :record), :parcel,
              cast(:person as uuid), :what, :mediaType, :size, :sha256, :sealed, :added)
      on conflict (record, id) do nothing
      """;

  /// Adds one as the last of its record; false when it is there already.
  boolean add(Kept kept) {
    Paper paper = kept.paper();
    return sql.sql(ADD)
            .param("record", paper.record())
            .param("id", paper.id())
            .param("parcel", kept.parcel())
            .param("person", kept.person())
            .param("what", paper.what())
            .param("mediaType", paper.mediaType())
            .param("size", paper.size())
            .param("sha256", paper.sha256())
            .param("sealed", kept.sealed())
            .param("added", paper.added().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static final String COLUMNS =
      "select record, id, parcel, person, what, media_type, size, sha256, sealed, added from attachments.paper ";
  static final String OF = COLUMNS + "where record = :record order by place, id";

  List<Kept> of(UUID record) {
    return sql.sql(OF).param("record", record).query((row, n) -> kept(row)).list();
  }

  static final String FIND = COLUMNS + "where record = :record and id = :id";

  Optional<Kept> find(UUID record, UUID id) {
    return sql.sql(FIND)
        .param("record", record)
        .param("id", id)
        .query((row, n) -> kept(row))
        .optional();
  }

  static final String OF_PARCEL = COLUMNS + "where parcel = :parcel order by added";

  /// The papers whose bytes this parcel holds: mostly one.
  List<Kept> ofParcel(UUID parcel) {
    return sql.sql(OF_PARCEL).param("parcel", parcel).query((row, n) -> kept(row)).list();
  }

  static final String TAKE =
      """
      update attachments.paper set person = cast(:person as uuid), what = :what, sealed = :sealed
       where record = :record and id = :id
      """;

  /// From now on its key lies under this person's.
  void take(Kept kept, UUID person, String what, byte[] sealed) {
    sql.sql(TAKE)
        .param("person", person)
        .param("what", what)
        .param("sealed", sealed)
        .param("record", kept.paper().record())
        .param("id", kept.paper().id())
        .update();
  }

  static final String REMOVE = "delete from attachments.paper where record = :record and id = :id";

  boolean remove(UUID record, UUID id) {
    return sql.sql(REMOVE).param("record", record).param("id", id).update() == 1;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    Instant added = row.getObject("added", OffsetDateTime.class).toInstant();
    return new Kept(
        new Paper(
            row.getObject("record", UUID.class),
            row.getObject("id", UUID.class),
            row.getString("what"),
            row.getString("media_type"),
            row.getLong("size"),
            row.getString("sha256"),
            added),
        row.getObject("parcel", UUID.class),
        row.getObject("person", UUID.class),
        row.getBytes("sealed"));
  }
}

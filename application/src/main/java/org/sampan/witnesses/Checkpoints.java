package org.sampan.witnesses;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter.LogHead;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.SignedNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// This node's own checkpoints, all of them kept; and the heads that others told it.
@Repository
public class Checkpoints {

  /// One checkpoint as it was signed and cosigned.
  public record Kept(long size, String root, Instant at, String note) {}

  private final JdbcClient sql;

  Checkpoints(JdbcClient sql) {
    this.sql = sql;
  }

  static final String NEWEST =
      "select size, root, at, note from witnesses.checkpoint order by size desc limit 1";

  /// The newest; none before the first minute of a node.
  public Optional<Kept> newest() {
    return sql.sql(NEWEST).query((row, n) -> kept(row)).optional();
  }

  static final String COSIGNED =
      """
      select size, root, at, note from witnesses.checkpoint
       where length(note) - length(replace(note, '\u2014', '')) > :lines
       order by size desc limit 1
      """;

  /// The newest that so many others signed for.
  public Optional<Kept> cosignedBy(int others) {
    // Two lines are the node's own.
    return sql.sql(COSIGNED).param("lines", others + 1).query((row, n) -> kept(row)).optional();
  }

  static final String HEARD =
      """
      select size, root from witnesses.heard
       where peer = :peer and at < :before and (size, root) > (:size, :root) order by size, root limit 500
      """;

  /// The next 500 heads that another node told before a moment, after one.
  public List<LogHead> heard(String peer, LogHead after, Instant before) {
    return sql.sql(HEARD)
        .param("peer", peer)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("size", after.size())
        .param("root", after.root().hex())
        .query((row, n) -> new LogHead(row.getLong("size"), new Digest(row.getString("root"))))
        .list();
  }

  static final String AFTER =
      """
      select size, root, at, note from witnesses.checkpoint where size > :size order by size limit 500
      """;

  /// The next 500 that are larger than this, smallest first.
  public List<Kept> after(long size) {
    return sql.sql(AFTER).param("size", size).query((row, n) -> kept(row)).list();
  }

  static final String ADD =
      """
      insert into witnesses.checkpoint (size, root, at, note) values (:size, :root, :at, :note)
      on conflict (size) do nothing
      """;

  void add(Checkpoint checkpoint, Instant at, SignedNote note) {
    sql.sql(ADD)
        .param("size", checkpoint.size())
        .param("root", checkpoint.root().digest().hex())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("note", note.toString())
        .update();
  }

  static final String FIND =
      "select size, root, at, note from witnesses.checkpoint where size = :size for update";
  static final String COSIGN = "update witnesses.checkpoint set note = :note where size = :size";

  /// The one of this size, held until the transaction ends.
  Optional<Kept> lock(long size) {
    return sql.sql(FIND).param("size", size).query((row, n) -> kept(row)).optional();
  }

  void cosigned(long size, SignedNote note) {
    sql.sql(COSIGN).param("size", size).param("note", note.toString()).update();
  }

  private static Kept kept(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Kept(
        row.getLong("size"),
        row.getString("root"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("note"));
  }
}

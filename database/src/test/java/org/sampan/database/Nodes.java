package org.sampan.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Databases with a bit of everything a migration can make.
final class Nodes {

  static final char[] PASSPHRASE = "boats on two banks".toCharArray();
  static final int FEW_ROUNDS = 1_000;

  private static final List<String> MIGRATIONS =
      List.of(
          "create schema casework",
          "create schema audit",
          """
          create table casework.household (
            id uuid primary key, name text, head uuid)
          """,
          """
          create table casework.person (
            number bigint generated always as identity primary key,
            id uuid unique not null,
            household uuid references casework.household (id),
            parent bigint references casework.person,
            name text, sealed bytea, aliases text[], codes jsonb, raw json, score numeric,
            weight double precision, seen timestamptz, years int4range,
            shout text generated always as (upper(name)) stored)
          """,
          // A circle that cannot be deferred.
          """
          alter table casework.household
            add constraint household_head foreign key (head) references casework.person (id)
            on delete set null
          """,
          "create table casework.\"Odd \"\"name\" (\"A column\" serial, \"naïve; --\" text)",
          """
          create table audit.entry (
            at timestamptz not null, number bigserial, what text not null)
            partition by range (at)
          """,
          """
          create table audit.entry_2026 partition of audit.entry
            for values from ('2026-01-01') to ('2027-01-01')
          """,
          """
          create table audit.entry_later partition of audit.entry
            for values from ('2027-01-01') to ('2100-01-01')
          """,
          """
          create function audit.refuse() returns trigger language plpgsql as
            $$ begin raise exception 'append only'; end $$
          """,
          """
          create trigger append_only before update or delete on audit.entry
            for each row execute function audit.refuse()
          """,
          """
          create function audit.note() returns trigger language plpgsql as
            $$ begin insert into audit.entry (at, what) values ('2026-06-01', 'made a person');
               return new; end $$
          """,
          """
          create trigger noted after insert on casework.person
            for each row execute function audit.note()
          """,
          "create table casework.country (code text primary key, name text)",
          "insert into casework.country values ('TH', 'ไทย'), ('KH', 'កម្ពុជា')",
          "create table casework.session (id text, secret text)");

  private Nodes() {}

  private static final Map<String, NodeDatabase> MODELS = new HashMap<>();

  /// A database through its migrations, without rows but for the countries they fill in.
  static NodeDatabase migrated() throws SQLException {
    if (!MODELS.containsKey("migrated")) {
      var database = PostgresForTests.emptyDatabase();
      run(database, MIGRATIONS);
      history(database, "casework", "1", "2");
      history(database, "audit", "1");
      MODELS.put("migrated", database);
    }
    return PostgresForTests.copyOf(MODELS.get("migrated"));
  }

  private static void run(NodeDatabase database, List<String> statements) throws SQLException {
    try (var connection = database.asOwner()) {
      for (var statement : statements) {
        Rows.run(connection, statement);
      }
    }
  }

  static void history(NodeDatabase database, String schema, String... versions)
      throws SQLException {
    var table = schema + ".flyway_schema_history";
    Rows.run(
        database,
        "create table if not exists "
            + table
            + " (installed_rank int primary key, version text, description text, type text,"
            + " checksum int, installed_on timestamp default now(), success boolean)");
    Rows.run(database, "delete from " + table);
    var rank = 0;
    for (var version : versions) {
      rank++;
      Rows.run(
          database,
          "insert into %s values (%d, '%s', 'what', 'SQL', %s000, default, true)"
              .formatted(table, rank, version, version));
    }
  }

  /// A migrated database with rows that are hard to carry.
  static NodeDatabase full() throws SQLException {
    if (!MODELS.containsKey("full")) {
      var database = migrated();
      run(database, HARD_ROWS);
      MODELS.put("full", database);
    }
    return PostgresForTests.copyOf(MODELS.get("full"));
  }

  private static final List<String> HARD_ROWS =
      List.of(
          """
          insert into casework.household values
            ('00000000-0000-0000-0000-000000000001', 'ສົມສະໜຸກ 𠀋🙂', null)
          """,
          """
          insert into casework.person
            (id, household, name, sealed, aliases, codes, raw, score, weight, seen, years)
          values
            ('00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-000000000001',
             E'tab\\there\\nline\\\\.\\n\\\\N \\\\x00', decode('00ff5c0a', 'hex'),
             array['មុំ', null, '', 'a,b"c\\', 'NULL'], '{"α": [1, null, "\\u00e9"]}',
             '{"b":1,  "b":2}', 'NaN', 1.0e-300, 'infinity', '[1990,1995)'),
            ('00000000-0000-0000-0000-00000000000b', null,
             null, '', '{}', 'null', null, 12345678901234567890.0123456789, 'Infinity',
             '2026-11-21 08:15:00.123456+07', 'empty')
          """,
          "update casework.person set parent = 1 where number = 2",
          """
          update casework.household set head = '00000000-0000-0000-0000-00000000000a'
          """,
          "insert into casework.\"Odd \"\"name\" (\"naïve; --\") values ('one'), (''), (null)",
          "insert into audit.entry (at, what) values ('2030-01-01', 'later')",
          "insert into casework.country values ('LA', 'ລາວ')",
          "insert into casework.session values ('1', 'never carried')");

  static NodeArchive.Contents contents(Path folder, String... files) {
    return new NodeArchive.Contents(
        Set.of("casework.session"),
        Set.of("casework.country"),
        folder,
        List.of(files).stream().map(Path::of).toList());
  }

  static NodeArchive archive(NodeDatabase database, NodeArchive.Contents contents) {
    return new NodeArchive(database, contents, FEW_ROUNDS);
  }

  /// One line for each table but the sessions and histories, made of all its rows.
  static List<String> everything(NodeDatabase database) throws SQLException {
    try (var connection = database.asOwner()) {
      var lines = new ArrayList<String>();
      for (var table : new Catalogue(connection).tables()) {
        if (table.name().isMigrationHistory() || table.name().name().equals("session")) {
          continue;
        }
        lines.add(
            table.name()
                + ": "
                + Rows.text(
                    connection,
                    "select coalesce(string_agg(t::text, ' | ' order by t::text), '') from "
                        + table.name().quoted()
                        + " t"));
      }
      return lines;
    }
  }

  /// Every foreign key and trigger, as defined and whether it works.
  static String guards(NodeDatabase database) throws SQLException {
    return Rows.text(
            database,
            "select string_agg(concat(conrelid::regclass, conname, pg_get_constraintdef(oid),"
                + " convalidated), E'\\n' order by conrelid::regclass::text, conname)"
                + " from pg_constraint where contype = 'f'")
        + Rows.text(
            database,
            "select string_agg(concat(tgrelid::regclass, tgname, tgenabled), E'\\n'"
                + " order by tgrelid::regclass::text, tgname) from pg_trigger"
                + " where not tgisinternal");
  }

  /// Where each sequence stands.
  static String numbering(NodeDatabase database) throws SQLException {
    return Rows.text(
        database,
        "select string_agg(concat(sequencename, last_value), ' ' order by sequencename)"
            + " from pg_sequences");
  }
}

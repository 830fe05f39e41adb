package org.sampan.database;

import java.util.List;
import java.util.stream.Stream;

/// How the bundled PostgreSQL is set. Given on the command line, where no file in the data folder
/// and no `alter system` can undo what keeps personal data out of the log.
final class PostgresSettings {

  private static final List<String> ALWAYS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "ssl=off",
          "password_encryption=scram-sha-256",
          "timezone=UTC",
          // Two of these share a small machine with two Java processes and a browser.
          "max_connections=40",
          "shared_buffers=64MB",
          "work_mem=8MB",
          "maintenance_work_mem=64MB",
          "effective_cache_size=512MB",
          "max_parallel_workers_per_gather=0",
          "max_parallel_maintenance_workers=0",
          "jit=off",
          "io_method=sync",
          // No replicas, so nothing of theirs is kept or run.
          "wal_level=minimal",
          "max_wal_senders=0",
          "max_logical_replication_workers=0",
          "max_wal_size=256MB",
          "min_wal_size=64MB");

  // The first line of an error can quote what was typed ('invalid input syntax for type date:
  // "..."'), its detail quotes whole rows, and a crash quotes the statement. So no error is logged
  // at all: the application gets them, with their codes. What remains are the server's own events,
  // terse.
  private static final List<String> NOTHING_PERSONAL =
      List.of(
          "log_min_messages=log",
          "log_min_error_statement=panic",
          "log_error_verbosity=terse",
          "log_statement=none",
          "log_parameter_max_length=0",
          "log_parameter_max_length_on_error=0",
          "log_min_duration_statement=-1",
          "log_min_duration_sample=-1",
          "log_duration=off",
          "log_lock_waits=off",
          "log_temp_files=-1",
          "log_replication_commands=off",
          "log_statement_stats=off",
          "debug_print_parse=off",
          "debug_print_rewritten=off",
          "debug_print_plan=off",
          "log_checkpoints=off",
          "log_destination=stderr",
          "logging_collector=off",
          "log_timezone=UTC");

  private static final List<String> SAFE =
      List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");

  private static final List<String> FAST_AND_LOSSY =
      List.of(
          "fsync=off",
          "synchronous_commit=off",
          "full_page_writes=off",
          "max_connections=100",
          "autovacuum=off");

  private PostgresSettings() {}

  static List<String> arguments(int port, boolean fast) {
    return Stream.of(
            List.of("port=" + port), ALWAYS, NOTHING_PERSONAL, fast ? FAST_AND_LOSSY : SAFE)
        .flatMap(List::stream)
        .flatMap(setting -> Stream.of("-c", setting))
        .toList();
  }
}

package org.sampan.jobs.linkage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sampan.OperatorRefusal;
import org.sampan.jobs.tables.Progress;
import org.sampan.jobs.tables.Rejections;
import org.sampan.jobs.tables.Row;
import org.sampan.jobs.tables.Table;
import org.sampan.jobs.tables.Tables;
import org.sampan.linkage.record.RecordStore;

/// Reads one or two tables into a store of records. The identifier and the truth are set apart
/// before anything else sees the row.
final class Loading {

  private static final List<String> IDENTIFIERS = List.of("rec_id", "unique_id", "id");
  private static final Set<String> TELLING = Set.of("entity", "cluster");
  private static final int OFTEN = 1 << 14;
  private static final double MOST = 0.85;
  private static final String REPEATED = "has the identifier of an earlier row";

  private final LinkOptions options;
  private final Rejections rejections;
  private final Progress progress;

  Loading(LinkOptions options, Rejections rejections, Progress progress) {
    this.options = options;
    this.rejections = rejections;
    this.progress = progress;
  }

  /// What was read.
  ///
  /// @param truth where the operator named one
  record Loaded(RecordStore store, Optional<Truth> truth) {}

  Loaded load() {
    System.err.printf(
        "At most %,d MB of memory are taken; SAMPAN_MEMORY=8g says otherwise.%n",
        Runtime.getRuntime().maxMemory() >> 20);
    List<Table> tables = new ArrayList<>();
    try {
      for (String source : options.sources()) {
        tables.add(Tables.open(source, options.text("--encoding"), rejections));
      }
      return load(tables);
    } finally {
      tables.forEach(Table::close);
    }
  }

  private Loaded load(List<Table> tables) {
    String truth = options.text("--truth");
    boolean file = !truth.isEmpty() && Truth.isFile(truth, tables.getFirst());
    Optional<Truth> known =
        truth.isEmpty()
            ? Optional.empty()
            : Optional.of(file ? Truth.fromFile(Path.of(truth)) : new Truth());
    ColumnAlignment aligned = aligned(tables, truth);
    List<String> columns = compared(tables, aligned, file ? "" : truth);
    RecordStore.Builder builder = RecordStore.builder(columns);
    for (int source = 0; source < tables.size(); source++) {
      ColumnAlignment own = source == 0 ? new ColumnAlignment(Map.of()) : aligned;
      List<String> names = tables.get(source).columns().stream().map(own::name).toList();
      int[] places = names.stream().mapToInt(columns::indexOf).toArray();
      read(tables.get(source), source, places, builder, known);
    }
    progress.end();
    RecordStore store = builder.build();
    if (store.size() == 0) {
      throw new OperatorRefusal("There is no row to link.");
    }
    return new Loaded(store, known.map(Truth::closed));
  }

  /// Which columns of a second table are called otherwise in the first; said, because it is a
  /// guess.
  private ColumnAlignment aligned(List<Table> tables, String truth) {
    if (tables.size() < 2) {
      return new ColumnAlignment(Map.of());
    }
    List<List<String>> compared = new ArrayList<>();
    for (Table table : tables) {
      Set<String> apart = new HashSet<>(TELLING);
      apart.addAll(options.list("--leave-out"));
      apart.add(truth);
      identifier(table).ifPresent(apart::add);
      compared.add(table.columns().stream().filter(column -> !apart.contains(column)).toList());
    }
    ColumnAlignment aligned = ColumnAlignment.of(compared.getFirst(), compared.getLast());
    aligned
        .names()
        .forEach((second, first) ->
            System.err.printf("Column %s of the second table is taken for %s.%n", second, first));
    return aligned;
  }

  /// The columns of all tables, without those that are set apart.
  private List<String> compared(List<Table> tables, ColumnAlignment aligned, String truth) {
    List<String> columns = new ArrayList<>();
    List<String> leftOut = options.list("--leave-out");
    for (Table table : tables) {
      if (!truth.isEmpty() && !table.columns().contains(truth)) {
        throw new OperatorRefusal(
            "--truth: there is neither a column nor a file '%s'.".formatted(truth));
      }
      Optional<String> identifier = identifier(table);
      for (String column : table.columns()) {
        boolean apart =
            identifier.filter(column::equals).isPresent()
                || column.equals(truth)
                || TELLING.contains(column)
                || leftOut.contains(column);
        String name = table == tables.getFirst() ? column : aligned.name(column);
        if (!apart && !columns.contains(name)) {
          columns.add(name);
        }
      }
    }
    if (columns.isEmpty()) {
      throw new OperatorRefusal("No column is left to compare.");
    }
    return columns;
  }

  private Optional<String> identifier(Table table) {
    String named = options.text("--id");
    if (!named.isEmpty()) {
      if (!table.columns().contains(named)) {
        throw new OperatorRefusal("--id: there is no column '%s'.".formatted(named));
      }
      return Optional.of(named);
    }
    return IDENTIFIERS.stream()
        .flatMap(usual -> table.columns().stream().filter(usual::equalsIgnoreCase))
        .findFirst();
  }

  private void read(
      Table table, int source, int[] places, RecordStore.Builder builder, Optional<Truth> truth) {
    int identifier = identifier(table).map(table.columns()::indexOf).orElse(-1);
    int told = table.columns().indexOf(options.text("--truth"));
    String name = name(options.sources().get(source));
    Filling filling = new Filling(builder, source, places, identifier);
    long count = 0;
    while (table.next()) {
      Row row = table.row();
      if (!filling.take(row)) {
        rejections.row(name, row.line(), REPEATED);
        continue;
      }
      truth.ifPresent(known -> known.add(row, identifier, told));
      if (++count % OFTEN == 0) {
        progress.at("reading " + name, (long) (table.share() * 1000), 1000);
        refuseWhatCannotFit(table.share());
      }
    }
  }

  /// Better refused early than lost late.
  private static void refuseWhatCannotFit(double share) {
    Runtime machine = Runtime.getRuntime();
    long used = Machine.heldBytes();
    if (used > MOST * machine.maxMemory() && share < 1) {
      throw new OperatorRefusal(
          String.format(
              Locale.ROOT,
              "After %.0f %% of the table %,d MB of %,d MB are taken: too little memory."
                  + " SAMPAN_MEMORY=8g ./sampan link ... gives more.",
              100 * share,
              used >> 20,
              machine.maxMemory() >> 20));
    }
  }

  /// A query is not repeated: it may hold a password.
  private static String name(String source) {
    return source.startsWith("jdbc:")
        ? "the database"
        : String.valueOf(Path.of(source).getFileName());
  }
}

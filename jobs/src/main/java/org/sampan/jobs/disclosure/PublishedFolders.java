package org.sampan.jobs.disclosure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sampan.disclosure.attacks.PublishedFolder;
import org.sampan.disclosure.domain.Coded;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Intake;
import org.sampan.disclosure.domain.Records;

/// Reads the folder of a release as anybody can.
final class PublishedFolders {

  private static final int LONGEST = 3;

  private PublishedFolders() {}

  static PublishedFolder read(Path folder) {
    Domain domain = Planning.read(folder.resolve("domain.json").toString());
    var privacy =
        Extracting.JSON.readTree(TextFiles.read(folder.resolve("release.json"))).path("privacy");
    List<PublishedFolder.Count> counts = new ArrayList<>();
    Table.rows(
        folder.resolve(AggregateFiles.NAME),
        row -> {
          counts.add(count(row));
          return true;
        });
    return new PublishedFolder(
        TextFiles.all(folder),
        domain,
        counts,
        records(domain, folder.resolve(RowsFiles.NAME)),
        privacy.path("epsilon").asString(""),
        privacy.path("delta").asString(""));
  }

  static Optional<Records> records(Domain domain, Path file) {
    Intake intake = new Intake(domain, Table.header(file), Optional.empty(), 1);
    Table.rows(file, intake::add);
    return intake.finish() instanceof Coded.Complete(Records records)
        ? Optional.of(records)
        : Optional.empty();
  }

  private static PublishedFolder.Count count(List<String> row) {
    List<String> variables = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (int at = 0; at < LONGEST; at++) {
      if (!row.get(2 * at).isEmpty()) {
        variables.add(row.get(2 * at));
        codes.add(row.get(2 * at + 1));
      }
    }
    int from = 2 * LONGEST;
    return new PublishedFolder.Count(
        variables, codes, row.get(from), row.get(from + 1), row.get(from + 2), row.get(from + 3));
  }
}

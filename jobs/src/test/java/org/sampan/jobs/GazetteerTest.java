package org.sampan.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.Migrations;
import org.sampan.OperatorRefusal;
import org.sampan.database.NodeDatabase;
import org.sampan.database.PostgresForTests;
import org.sampan.places.GazetteerImport;

/// A gazetteer is taken by a command, whole or not at all.
class GazetteerTest {

  private static final String HEAD =
      "id,country,parent,level,native,latin,other,valid_from,valid_to,source\n";
  private static final String DISTRICT =
      "7401,TH,TH-74,district,เมืองสมุทรสาคร,Mueang Samut Sakhon,Muang Samut Sakhon,,,invented\n";

  @TempDir Path folder;

  @Test
  void districts_are_taken_once_and_refused_whole() throws Exception {
    NodeDatabase database = PostgresForTests.emptyDatabase();
    Migrations.run(database);
    Path good = Files.writeString(folder.resolve("good.csv"), HEAD + DISTRICT);
    Path bad =
        Files.writeString(
            folder.resolve("bad.csv"), HEAD + DISTRICT.replace("7401", "7402") + "x,TH\n");

    assertThat(Gazetteer.take(database, good)).isEqualTo(new GazetteerImport.Taken(1, 1, 0));
    assertThat(Gazetteer.take(database, good)).isEqualTo(new GazetteerImport.Taken(1, 0, 0));
    GazetteerImport.Outcome refused = Gazetteer.take(database, bad);
    assertThat(refused).isInstanceOf(GazetteerImport.Refused.class);
    assertThat(Gazetteer.say(refused)).isEqualTo(1);
    assertThat(Gazetteer.take(database, good)).isEqualTo(new GazetteerImport.Taken(1, 0, 0));
  }

  @Test
  void a_missing_file_is_one_line() {
    assertThatThrownBy(() -> Gazetteer.run(List.of(folder.resolve("none.csv").toString())))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageContaining("no file");
  }
}

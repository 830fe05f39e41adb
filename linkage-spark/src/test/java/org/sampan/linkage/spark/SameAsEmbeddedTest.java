package org.sampan.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.linkage.Clusters;
import org.sampan.linkage.Ruling;
import org.sampan.linkage.model.Cut;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.model.Pass;
import org.sampan.linkage.places.Gazetteer;

/// The promise of this module: pairs, bits and people are the embedded engine's.
class SameAsEmbeddedTest {

  private static final double FLOOR = -30;

  @TempDir Path folder;

  @Test
  void scores_and_people_of_one_source_are_equal_bit_for_bit() throws IOException {
    List<List<String>> rows = Invented.rows(700, 1);
    Files.createDirectory(folder.resolve("many"));
    Invented.write(folder.resolve("many/a.csv"), rows.subList(0, 200));
    Invented.write(folder.resolve("many/b.csv"), rows.subList(200, rows.size()));
    Embedded embedded = Embedded.of(Invented.COLUMNS, rows, List.of());

    same(embedded, embedded.learned(), List.of(), folder.resolve("many").toString());
  }

  @Test
  void scores_and_people_of_two_sources_are_equal_bit_for_bit() throws IOException {
    List<List<String>> rows = Invented.rows(500, 2);
    List<List<String>> first = rows.stream().filter(row -> even(row)).toList();
    List<List<String>> second = rows.stream().filter(row -> !even(row)).toList();
    Path a = Invented.write(folder.resolve("a.csv"), first);
    Path b = Invented.write(folder.resolve("b.csv"), second);
    Embedded embedded = Embedded.of(Invented.COLUMNS, first, second);

    same(embedded, embedded.learned(), List.of(), a.toString(), b.toString());
  }

  @Test
  void blocks_too_large_are_cut_and_left_out_alike() throws IOException {
    List<List<String>> rows = Invented.rows(800, 3);
    Path file = Invented.write(folder.resolve("a.csv"), rows);
    Embedded embedded = Embedded.of(Invented.COLUMNS, rows, List.of());
    Model coarse =
        embedded
            .learned()
            .with(
                List.of(
                    new Pass(List.of(new Pass.Key("given", Cut.HEARD))),
                    new Pass(List.of(new Pass.Key("given", Cut.SOUND))),
                    new Pass(List.of(new Pass.Key("town", Cut.WHOLE))),
                    new Pass(List.of(new Pass.Key("town", Cut.START)))));

    same(embedded, coarse, List.of(), file.toString());
  }

  /// People whom offices met three times or more, of `./sampan link --generate 10000 --seed 3`.
  @Test
  void names_in_several_scripts_meet_by_sound_alike() throws Exception {
    Path file = Path.of(getClass().getResource("mekong.csv").toURI());
    List<String> lines = Files.readAllLines(file);
    List<List<String>> rows =
        lines.subList(1, lines.size()).stream().map(SameAsEmbeddedTest::cells).toList();
    Embedded embedded = Embedded.of(cells(lines.getFirst()), rows, List.of());
    Model model = embedded.learned();

    assertThat(model.passes()).anyMatch(Pass::heard);
    same(embedded, model, List.of(), file.toString());
  }

  @Test
  void places_are_as_far_apart_and_bits_are_equal_bit_for_bit() throws IOException {
    List<List<String>> rows = Invented.rows(150, 5).stream().map(SameAsEmbeddedTest::lao).toList();
    Path file = Invented.write(folder.resolve("a.csv"), rows);
    Embedded embedded = Embedded.of(Invented.COLUMNS, rows, List.of());
    Gazetteer towns =
        Gazetteer.parse(
            """
            code,name,latitude,longitude
            LA-PKZ,Pakse|ປາກເຊ,15.1202,105.7990
            KH-17,Siem Reap|សៀមរាប,13.3633,103.8564
            TH-63,Mae Sot|แม่สอด,16.7167,98.5667
            VN-22,Vinh,18.6733,105.6922
            """);
    Model model = embedded.learned(proposed -> proposed.on(towns));

    assertThat(model.fields()).anyMatch(field -> field.gazetteer().isPresent());
    same(embedded, model, List.of(), file.toString());
  }

  @Test
  void rulings_outweigh_scores_alike() throws IOException {
    List<List<String>> rows = Invented.rows(300, 4);
    Path file = Invented.write(folder.resolve("a.csv"), rows);
    Embedded embedded = Embedded.of(Invented.COLUMNS, rows, List.of());
    Model model = embedded.learned();
    Clusters without = embedded.clusters(model, List.of());
    int joined =
        IntStream.range(0, rows.size())
            .filter(record -> without.of()[record] != record)
            .findFirst()
            .orElseThrow();
    List<Ruling> rulings =
        List.of(
            new Ruling("r" + joined, "r" + without.of()[joined], false),
            new Ruling("r0", "r" + (rows.size() - 1), true),
            new Ruling("r1", "nobody", true));

    same(embedded, model, rulings, file.toString());
  }

  @Test
  void scores_and_people_of_a_public_set_are_equal_bit_for_bit() throws IOException {
    Path file = Path.of("../../shared/data/linkage/dataset3.csv");
    Assumptions.assumeTrue(Files.exists(file), "not here: " + file);
    List<String> lines = Files.readAllLines(file);
    List<List<String>> rows =
        lines.subList(1, lines.size()).stream().map(SameAsEmbeddedTest::cells).toList();
    Embedded embedded = Embedded.of(cells(lines.getFirst()), rows, List.of());

    same(embedded, embedded.learned(), List.of(), file.toString());
  }

  /// The same row; a town in Laos is written in Lao.
  private static List<String> lao(List<String> row) {
    return row.stream().map(cell -> cell.equals("Pakse") ? "ປາກເຊ" : cell).toList();
  }

  private static boolean even(List<String> row) {
    return Integer.parseInt(row.getFirst().substring(1)) % 2 == 0;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private static void same(Embedded embedded, Model model, List<Ruling> rulings, String... paths) {
    Reading reading = new Reading(Session.SPARK, Map.of(), "");
    Register register = reading.read(model, List.of(paths)).register();
    SparkLinkage.Found found = SparkLinkage.of(model, register).link(FLOOR, rulings);

    Map<String, Integer> pairs = new TreeMap<>();
    for (Row row : found.pairs().collectAsList()) {
      pairs.put(row.getLong(0) + " " + row.getLong(1), Float.floatToRawIntBits(row.getFloat(2)));
    }
    int[] of = new int[embedded.store().size()];
    Arrays.fill(of, -1);
    for (Row row : found.people().collectAsList()) {
      int record = (int) row.getLong(0);
      assertThat(row.getString(2)).isEqualTo(embedded.store().id(record));
      of[record] = (int) row.getLong(3);
    }
    Clusters clusters = embedded.clusters(model, rulings);
    assertThat(found.compared()).isEqualTo(embedded.compared(model)).isPositive();
    assertThat(pairs).isEqualTo(embedded.pairs(model, FLOOR)).isNotEmpty();
    assertThat(of).isEqualTo(clusters.of());
    assertThat(found.joins()).isEqualTo(clusters.joins()).isPositive();
    assertThat(found.refused()).isEqualTo(clusters.refused());
  }
}

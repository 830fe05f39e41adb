package org.sampan.jobs.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApartTest {

  @TempDir Path folder;

  @Test
  void identifiers_and_truth_are_never_learned_from_or_compared() throws IOException {
    Path register = folder.resolve("register.csv");
    Lines.invent(400, register);
    List<String> lines = Files.readAllLines(register);
    List<String> identifiers = Lines.column(lines, 0);
    List<String> entities = Lines.column(lines, 1);
    Collections.shuffle(identifiers, new Random(1));
    Collections.shuffle(entities, new Random(2));
    Path other = folder.resolve("other.csv");
    Files.write(other, replaced(lines, identifiers, entities));

    Map<String, String> scores = learned(register, "entity", "a");
    Map<String, String> others = learned(other, "entity", "b");

    assertThat(scores).hasSizeGreaterThan(50);
    assertThat(named(others, identifiers)).isEqualTo(named(scores, Lines.column(lines, 0)));
    assertThat(folder.resolve("b").resolve("model.json"))
        .hasSameTextualContentAs(folder.resolve("a").resolve("model.json"));
  }

  @Test
  void a_repeated_identifier_is_listed_and_not_linked() throws IOException {
    Path register = folder.resolve("register.csv");
    Lines.invent(300, register);
    List<String> lines = new ArrayList<>(Files.readAllLines(register));
    lines.add(lines.get(5));
    Files.write(register, lines);

    learned(register, "entity", "a");

    assertThat(Files.readAllLines(folder.resolve("a").resolve("rejected.csv")))
        .containsExactly(
            "source,line,reason", "register.csv,302,has the identifier of an earlier row");
    assertThat(Files.readAllLines(folder.resolve("a").resolve("clusters.csv"))).hasSize(301);
  }

  private Map<String, String> learned(Path file, String truth, String out) throws IOException {
    Path into = folder.resolve(out);
    Link.run(List.of(file.toString(), "--out", into.toString(), "--train", "--truth", truth));
    Map<String, String> scores = new HashMap<>();
    for (String line : Files.readAllLines(into.resolve("pairs.csv"))) {
      scores.put(Lines.cell(line, 0) + " " + Lines.cell(line, 1), Lines.cell(line, 2));
    }
    scores.remove("a b");
    return scores;
  }

  /// The scores by the places of the rows instead of their identifiers.
  private static Map<String, String> named(Map<String, String> scores, List<String> identifiers) {
    Map<String, Integer> places = new HashMap<>();
    identifiers.forEach(identifier -> places.put(identifier, places.size()));
    Map<String, String> named = new TreeMap<>();
    scores.forEach((pair, bits) -> {
      String[] ids = pair.split(" ");
      named.put(places.get(ids[0]) + " " + places.get(ids[1]), bits);
    });
    return named;
  }

  private static List<String> replaced(
      List<String> lines, List<String> identifiers, List<String> entities) {
    List<String> others = new ArrayList<>(List.of(lines.getFirst()));
    for (int row = 0; row < identifiers.size(); row++) {
      String rest = lines.get(row + 1).split(",", 3)[2];
      others.add(identifiers.get(row) + "," + entities.get(row) + "," + rest);
    }
    return others;
  }
}

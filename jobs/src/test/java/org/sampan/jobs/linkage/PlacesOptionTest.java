package org.sampan.jobs.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.OperatorRefusal;

/// `--places`: what stands on the operator's map is one place by whatever name.
class PlacesOptionTest {

  private static final int SUBURB = 6;

  @TempDir Path folder;

  private List<String> register = List.of();
  private final Map<String, String> codes = new TreeMap<>();

  @BeforeEach
  void aRegisterAndAMapOfItsSuburbs() throws IOException {
    Path file = folder.resolve("register.csv");
    Lines.invent(400, file);
    register = Files.readAllLines(file);
    List<String> map = new ArrayList<>(List.of("code,name,latitude,longitude"));
    for (String suburb : new TreeMap<>(suburbs()).keySet()) {
      String code = "X-" + (1000 + codes.size());
      codes.put(suburb, code);
      map.add("%s,%s,%s,%s".formatted(code, suburb, codes.size() % 60, codes.size() % 170));
    }
    Files.write(folder.resolve("map.csv"), map);
  }

  @Test
  void a_place_by_its_name_and_by_its_code_is_one() throws IOException {
    List<String> coded = new ArrayList<>(register);
    for (int line = 1; line < coded.size(); line += 2) {
      String suburb = Lines.cell(coded.get(line), SUBURB);
      String code = codes.getOrDefault(suburb, "");
      coded.set(line, coded.get(line).replace("," + suburb + ",", "," + code + ","));
    }

    String byName = pairs("named", register);
    String byCode = pairs("coded", coded);

    assertThat(byCode).isEqualTo(byName);
    assertThat(folder.resolve("named").resolve("model.json"))
        .content()
        .contains("\"kind\" : \"location\"")
        .contains("X-1000");
  }

  @Test
  void a_map_that_cannot_be_read_is_refused() throws IOException {
    Path file = folder.resolve("register.csv");
    Path wrong = Files.writeString(folder.resolve("wrong.csv"), "name,code\n");

    for (String map : List.of(wrong.toString(), folder.resolve("none.csv").toString())) {
      List<String> call = List.of(file.toString(), "--out", "unused", "--train", "--places", map);
      assertThatThrownBy(() -> Link.run(call)).isInstanceOf(OperatorRefusal.class);
    }
  }

  private Map<String, String> suburbs() {
    Map<String, String> suburbs = new TreeMap<>();
    for (String suburb : Lines.column(register, SUBURB)) {
      if (!suburb.isEmpty()) {
        suburbs.put(suburb, suburb);
      }
    }
    return suburbs;
  }

  private String pairs(String out, List<String> lines) throws IOException {
    Path file = Files.write(folder.resolve(out + ".csv"), lines);
    String to = folder.resolve(out).toString();
    String map = folder.resolve("map.csv").toString();
    Link.run(List.of(file.toString(), "--out", to, "--train", "--places", map));
    return Files.readString(folder.resolve(out).resolve("pairs.csv"));
  }
}

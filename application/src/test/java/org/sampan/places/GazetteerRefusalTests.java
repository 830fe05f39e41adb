package org.sampan.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sampan.places.GazetteerDatabase.GOOD;
import static org.sampan.places.GazetteerDatabase.HEAD;
import static org.sampan.places.GazetteerDatabase.MUEANG;
import static org.sampan.places.GazetteerDatabase.bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerRefusalTests {

  private GazetteerDatabase database;

  @BeforeEach
  void open() throws Exception {
    database = GazetteerDatabase.empty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "bad id!,TH,TH-74,district,ก,A,,,,s ; id:",
        "TH-74,TH,TH-10,district,ก,A,,,,s ; id: this is a province",
        "X1,XX,TH-74,district,ก,A,,,,s ; country:",
        "X1,TH,X1,district,ก,A,,,,s ; parent: the place itself",
        "X1,TH,KH-3,district,ก,A,,,,s ; parent: lies in another country",
        "X1,TH,NOWHERE,district,ก,A,,,,s ; parent: NOWHERE is no coarser place",
        "X1,TH,TH7401,district,ก,A,,,,s ; parent: TH7401 is no coarser place",
        "X1,KH,TH7401,commune,ក,A,,,,s ; parent: TH7401 is no coarser place",
        "X1,TH,TH-74,province,ก,A,,,,s ; level:",
        "X1,TH,TH-74,district,,,,,,s ; native, latin:",
        "X1,TH,TH-74,district,ก,A|B,,,,s ; latin: one name",
        "X1,TH,TH-74,district,---,A,,,,s ; native: holds no letter",
        "X1,TH,TH-74,district,ก\u202Eข,A,,,,s ; native: holds a control character",
        "X1,TH,TH-74,district,ก,A\u0000,,,,s ; latin: holds a control character",
        "X1,TH,TH-74,district,ก,A,,1/7/2025,,s ; valid_from: a day is written",
        "X1,TH,TH-74,district,ก,A,,2025-02-30,,s ; valid_from: a day is written",
        "X1,TH,TH-74,district,ก,A,,2025-07-02,2025-07-01,s ; valid_to: before",
        "X1,TH,TH-74,district,ก,A,,,, ; source:",
        "TH7401,TH,TH-74,district,ก,A,,,,s ; id: stands on line 2 already",
        "X1,TH,TH-74,district,ก,A,,, ; 9 cells instead of 10",
        "X1,TH,TH-74,district,ก,A,,,,s,more ; 11 cells instead of 10",
        "X1,TH,TH-74,district,ก,A \"b\",,,,s ; a quotation mark inside a cell",
        "X1,TH,TH-74,district,ก,\"A,,,,s ; a quotation mark that is not closed",
        "X1,TH,TH-74,district,ก,\"A\"b,,,,s ; text after a closing quotation mark"
      })
  void a_wrong_row_is_named_by_its_line_and_nothing_is_taken(String row, String what)
      throws Exception {
    GazetteerImport.Outcome outcome = take(HEAD + MUEANG + row);

    assertThat(outcome).isInstanceOf(GazetteerImport.Refused.class);
    assertThat(((GazetteerImport.Refused) outcome).problems())
        .anySatisfy(problem -> {
          assertThat(problem.line()).isEqualTo(3);
          assertThat(problem.what()).contains(what);
        });
    assertThat(database.finer.count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"200, true", "201, false"})
  void a_name_has_at_most_200_characters(int length, boolean taken) throws Exception {
    String file = HEAD + MUEANG.replace("Mueang Samut Sakhon", "a".repeat(length));

    assertThat(take(file) instanceof GazetteerImport.Taken).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "'', the first line must be",
    "'id,country\n', the first line must be",
    "'\n\n', the first line must be"
  })
  void a_file_of_another_kind_is_refused(String file, String what) throws Exception {
    assertThat(problems(take(file))).singleElement().asString().contains(what);
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused_by_their_line() throws Exception {
    byte[] file = (HEAD + MUEANG).getBytes(StandardCharsets.UTF_8);
    file[file.length - 2] = (byte) 0xA1;

    GazetteerImport.Outcome outcome = database.gazetteer.take(new ByteArrayInputStream(file));

    assertThat(problems(outcome)).containsExactly(new GazetteerImport.Problem(2, "not UTF-8"));
  }

  @Test
  void an_endless_line_is_refused_before_it_fills_the_memory() throws Exception {
    GazetteerImport.Outcome outcome =
        database.gazetteer.take(new SequenceInputStream(bytes(HEAD), new Endless('x')));

    assertThat(problems(outcome))
        .containsExactly(new GazetteerImport.Problem(2, "longer than 8000 bytes"));
  }

  @Test
  void an_endless_file_is_refused() throws Exception {
    GazetteerImport.Outcome outcome =
        database.gazetteer.take(new SequenceInputStream(bytes(HEAD), new Endless('\n')));

    assertThat(problems(outcome))
        .containsExactly(
            new GazetteerImport.Problem(
                200_001, "more than 200000 lines; bring it in several files"));
  }

  @Test
  void at_most_50_problems_are_named() throws Exception {
    assertThat(problems(take(HEAD + "bad id!,,,,,,,,,\n".repeat(1_000)))).hasSize(50);
  }

  @Test
  void a_file_that_breaks_off_leaves_nothing_behind() {
    StringBuilder rows = new StringBuilder(HEAD);
    for (int i = 0; i < 3_000; i++) {
      rows.append("TH").append(i).append(",TH,TH-74,district,ก,A,,,,s\n");
    }
    InputStream broken = new SequenceInputStream(bytes(rows.toString()), new Broken());

    assertThatThrownBy(() -> database.gazetteer.take(broken))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
    assertThat(database.finer.count()).isZero();
  }

  @Test
  void a_parent_that_would_leave_an_earlier_place_astray_is_refused() throws Exception {
    take(GOOD);

    GazetteerImport.Outcome outcome = take(HEAD + MUEANG.replace("district", "village"));

    assertThat(problems(outcome))
        .singleElement()
        .matches(problem -> problem.line() == 0 && problem.what().contains("TH740101"));
    assertThat(database.places.find(new Place.Id("TH7401")).orElseThrow().level())
        .isEqualTo(Place.Level.DISTRICT);
  }

  private GazetteerImport.Outcome take(String file) throws IOException {
    return database.gazetteer.take(GazetteerDatabase.bytes(file));
  }

  private static List<GazetteerImport.Problem> problems(GazetteerImport.Outcome outcome) {
    return switch (outcome) {
      case GazetteerImport.Refused refused -> refused.problems();
      case GazetteerImport.Taken taken -> List.of();
    };
  }

  private static final class Endless extends InputStream {
    private final char one;

    Endless(char one) {
      this.one = one;
    }

    @Override
    public int read() {
      return one;
    }
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("gone");
    }
  }
}

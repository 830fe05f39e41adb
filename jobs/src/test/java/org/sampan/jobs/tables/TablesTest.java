package org.sampan.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.OperatorRefusal;

class TablesTest {

  private static final Charset THAI = Charset.forName("x-windows-874");

  @TempDir Path folder;

  private final List<String> rejected = new ArrayList<>();

  @Test
  void a_csv_file_is_read_with_or_without_a_mark() throws IOException {
    String text = "id,ชื่อ\n1,สมชาย\r\n2,\"a, \"\"b\"\"\nc\"\n";

    List<List<String>> plain = read(text.getBytes(StandardCharsets.UTF_8), "");
    List<List<String>> marked = read(("\ufeff" + text).getBytes(StandardCharsets.UTF_8), "");
    List<List<String>> wide = read(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE), "");
    List<List<String>> wideBare = read(text.getBytes(StandardCharsets.UTF_16BE), "");

    assertThat(plain)
        .containsExactly(List.of("id", "ชื่อ"), List.of("1", "สมชาย"), List.of("2", "a, \"b\"\nc"));
    assertThat(List.of(marked, wide, wideBare)).containsOnly(plain);
    assertThat(rejected).isEmpty();
  }

  @Test
  void the_delimiter_is_found_out() throws IOException {
    assertThat(read("a;b;c\n1;2,5;3\n", "")).contains(List.of("1", "2,5", "3"));
    assertThat(read("a\tb\n1\tx, y\n", "")).contains(List.of("1", "x, y"));
    assertThat(read("a|b\r1|2\r", "")).contains(List.of("1", "2"));
  }

  @Test
  void a_thai_encoding_is_used_only_when_it_is_named() throws IOException {
    byte[] text = "id,name\n1,สมชาย\n2,มาลี\n".getBytes(THAI);

    assertThat(read(text, "windows-874")).contains(List.of("1", "สมชาย"), List.of("2", "มาลี"));
    assertThatThrownBy(() -> read(text, ""))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageContaining("--encoding windows-874");
  }

  @Test
  void lines_of_another_encoding_are_rejected_one_by_one() throws IOException {
    String line = "1,สมชาย\n2,มาลี\n3,ก\n";
    byte[] mixed =
        joined(("id,name\n" + line).getBytes(StandardCharsets.UTF_8), "4,ดี\n".getBytes(THAI));
    byte[] other =
        joined(("id,name\n5,ดี\n").getBytes(THAI), line.getBytes(StandardCharsets.UTF_8));

    assertThat(read(mixed, "")).hasSize(4);
    assertThat(read(other, "windows-874")).contains(List.of("5", "ดี"));
    assertThat(rejected)
        .containsExactly(
            "5 holds bytes that are not UTF-8",
            "3 is UTF-8 in a file of x-windows-874",
            "4 is UTF-8 in a file of x-windows-874",
            "5 holds bytes that are not x-windows-874");
  }

  @Test
  void a_broken_quote_costs_its_own_line_only() throws IOException {
    List<List<String>> rows =
        read("id,name\n1,\"open\n2,b\n3,\"c\"\n4,\"d\"d\n5,e\"e\n6,\"f\n", "");

    assertThat(rows)
        .containsExactly(
            List.of("id", "name"), List.of("2", "b"), List.of("3", "c"), List.of("5", "e\"e"));
    assertThat(rejected)
        .containsExactly(
            "2 has a quote that is never closed",
            "5 has text after a closing quote",
            "7 has a quote that is never closed");
  }

  @Test
  void a_row_of_another_width_is_rejected_with_its_line() throws IOException {
    List<List<String>> rows = read("a,b\n1,2,3\n\n4\n5,6\n", "");

    assertThat(rows).containsExactly(List.of("a", "b"), List.of("5", "6"));
    assertThat(rejected).containsExactly("2 has 3 cells, not 2", "4 has 1 cells, not 2");
  }

  @Test
  void an_endless_line_is_passed_over_without_keeping_it() throws IOException {
    Path file = folder.resolve("endless.csv");
    byte[] piece = new byte[1 << 20];
    Arrays.fill(piece, (byte) 'x');
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
      for (int megabyte = 0; megabyte < 20; megabyte++) {
        out.write(piece);
      }
      out.write("\n3,4\n".getBytes(StandardCharsets.UTF_8));
    }

    List<List<String>> rows = read(file, "");

    assertThat(rows).containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("3", "4"));
    assertThat(rejected).containsExactly("3 is longer than a megabyte");
  }

  @Test
  void a_table_without_proper_names_is_refused() {
    assertThatThrownBy(() -> read("a,b,a\n", ""))
        .hasMessageContaining("two columns are called 'a'");
    assertThatThrownBy(() -> read("a,,c\n", "")).hasMessageContaining("column 2 has no name");
    assertThatThrownBy(() -> read("", "")).hasMessageContaining("is empty");
    assertThatThrownBy(() -> Tables.open("no.csv", "", this::reject))
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> Tables.open("jdbc:postgresql://nowhere/x", "", this::reject))
        .hasMessageContaining("#select");
  }

  @Test
  void parquet_gives_back_what_was_written() throws IOException {
    Path file = folder.resolve("people.parquet");
    try (TableWriter writer = TableWriter.to(file, List.of("id", "name"))) {
      writer.row("1", "ສົມພອນ");
      writer.row("2", null);
      writer.keep();
    }

    List<List<String>> rows = read(file, "");

    assertThat(rows)
        .containsExactly(List.of("id", "name"), List.of("1", "ສົມພອນ"), List.of("2", ""));
    Files.writeString(file, "not parquet at all");
    assertThatThrownBy(() -> read(file, "")).hasMessageContaining("cannot be read as Parquet");
  }

  @Test
  void a_file_that_is_not_kept_leaves_nothing() throws IOException {
    for (String name : List.of("half.csv", "half.parquet")) {
      try (TableWriter writer = TableWriter.to(folder.resolve(name), List.of("a"))) {
        writer.row("1");
      }
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_full_disk_is_said_and_leaves_nothing() {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full), "no /dev/full here");

    assertThatThrownBy(
            () -> {
              try (OutputStream out = Files.newOutputStream(full)) {
                out.write(1);
              } catch (IOException cause) {
                throw NewFile.refusal(folder.resolve("x.csv"), cause);
              }
            })
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageStartingWith("The disk is full");
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private void reject(String source, long line, String reason) {
    rejected.add(line + " " + reason);
  }

  private List<List<String>> read(String text, String encoding) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), encoding);
  }

  private List<List<String>> read(byte[] bytes, String encoding) throws IOException {
    return read(Files.write(folder.resolve("table.csv"), bytes), encoding);
  }

  /// The columns' names, then the rows.
  private List<List<String>> read(Path file, String encoding) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Table table = Tables.open(file.toString(), encoding, this::reject)) {
      rows.add(table.columns());
      while (table.next()) {
        List<String> cells = new ArrayList<>();
        for (int cell = 0; cell < table.row().cells(); cell++) {
          cells.add(table.row().text(cell));
        }
        rows.add(cells);
      }
    }
    return rows;
  }
}

package org.sampan.jobs.disclosure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.sampan.OperatorRefusal;

/// A CSV file (RFC 4180, UTF-8), read once from its beginning; separated by comma or semicolon.
final class Table {

  private Table() {}

  /// The names of the columns.
  static List<String> header(Path file) {
    List<List<String>> first = new ArrayList<>();
    read(
        file,
        row -> {
          first.add(row);
          return false;
        });
    if (first.isEmpty()) {
      throw new OperatorRefusal("The file " + file + " is empty.");
    }
    return first.getFirst();
  }

  /// Hands over every row after the header until one is not wanted any more.
  static void rows(Path file, Predicate<List<String>> wanted) {
    boolean[] begun = new boolean[1];
    read(
        file,
        row -> {
          if (begun[0]) {
            return wanted.test(row);
          }
          begun[0] = true;
          return true;
        });
  }

  private static void read(Path file, Predicate<List<String>> wanted) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new OperatorRefusal("There is no file " + file + " to read.");
    }
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = reader.readLine();
      if (line == null) {
        return;
      }
      line = line.startsWith("\uFEFF") ? line.substring(1) : line;
      char separator = line.indexOf(',') < 0 && line.indexOf(';') >= 0 ? ';' : ',';
      while (line != null) {
        // A line break inside quotation marks belongs to the value.
        while (open(line)) {
          String next = reader.readLine();
          if (next == null) {
            break;
          }
          line = line + "\n" + next;
        }
        if (!line.isEmpty() && !wanted.test(split(line, separator))) {
          return;
        }
        line = reader.readLine();
      }
    } catch (CharacterCodingException notText) {
      throw new OperatorRefusal("The file " + file + " is not UTF-8 text.");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean open(String line) {
    if (line.indexOf('"') < 0) {
      return false;
    }
    return line.chars().filter(each -> each == '"').count() % 2 == 1;
  }

  static List<String> split(String line, char separator) {
    List<String> values = new ArrayList<>();
    if (line.indexOf('"') < 0) {
      int from = 0;
      for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, from)) {
        values.add(line.substring(from, at));
        from = at + 1;
      }
      values.add(line.substring(from));
      return values;
    }
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char each = line.charAt(at);
      if (each == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
        value.append(each);
        at++;
      } else if (each == '"') {
        quoted = !quoted;
      } else if (each == separator && !quoted) {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(each);
      }
    }
    values.add(value.toString());
    return values;
  }

  /// One line of a file, quoted where it must be, with its line break.
  static String line(List<String> values) {
    StringBuilder line = new StringBuilder();
    for (String value : values) {
      if (!line.isEmpty()) {
        line.append(',');
      }
      boolean quote = value.chars().anyMatch(each -> ",\"\n\r".indexOf(each) >= 0);
      // A first value that is empty must still be seen.
      boolean first = line.isEmpty() && value.isEmpty();
      line.append(quote || first ? '"' + value.replace("\"", "\"\"") + '"' : value);
    }
    return line.append("\r\n").toString();
  }
}

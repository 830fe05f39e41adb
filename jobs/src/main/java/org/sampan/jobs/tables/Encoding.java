package org.sampan.jobs.tables;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.sampan.OperatorRefusal;

/// The encoding of a text file, told by its first bytes or by the operator.
///
/// @param charset of the letters
/// @param mark how many bytes a byte order mark takes at the start
record Encoding(Charset charset, int mark) {

  /// A file many of whose first lines are not UTF-8 is not guessed at: it is refused until its
  /// encoding is named. A few such lines are rejected one by one.
  static Encoding of(String source, byte[] sample, String declared) {
    if (starts(sample, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (starts(sample, 0xFF, 0xFE)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    if (starts(sample, 0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    if (!declared.isEmpty()) {
      return new Encoding(named(declared), 0);
    }
    for (int at = 0; at + 1 < sample.length; at += 2) {
      if (sample[at] == '\n' && sample[at + 1] == 0) {
        return new Encoding(StandardCharsets.UTF_16LE, 0);
      }
      if (sample[at] == 0 && sample[at + 1] == '\n') {
        return new Encoding(StandardCharsets.UTF_16BE, 0);
      }
    }
    refuseUnlessUtf8(source, sample);
    return new Encoding(StandardCharsets.UTF_8, 0);
  }

  boolean utf16() {
    return charset.name().startsWith("UTF-16");
  }

  boolean utf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  private static Charset named(String name) {
    try {
      return name.equalsIgnoreCase("windows-874")
          ? Charset.forName("x-windows-874")
          : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new OperatorRefusal("There is no encoding '" + name + "'; try windows-874 or TIS-620.");
    }
  }

  private static void refuseUnlessUtf8(String source, byte[] sample) {
    int lines = 0;
    int good = 0;
    int bad = 0;
    int start = 0;
    for (int at = 0; at < sample.length; at++) {
      if (sample[at] == '\n' || sample[at] == '\r') {
        int kind = Utf8.sequences(sample, start, at);
        lines++;
        good += kind > 0 ? 1 : 0;
        bad += kind < 0 ? 1 : 0;
        start = at + 1;
      }
    }
    if (bad > good && bad * 5 > lines) {
      throw new OperatorRefusal(
          source + " is not UTF-8; name its encoding, such as --encoding windows-874 (Thai).");
    }
  }

  private static boolean starts(byte[] sample, int... mark) {
    for (int at = 0; at < mark.length; at++) {
      if (at >= sample.length || (sample[at] & 0xff) != mark[at]) {
        return false;
      }
    }
    return true;
  }
}

package org.sampan.attachments;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Looks at a file as it passes, with the memory of its first bytes and of one word: is it one of
/// the few kinds we take, and does it carry what does harm?
///
/// Photographs and scans only: JPEG, PNG, PDF. A PDF that runs something, opens something or
/// carries another file is refused (ISO 32000-1, 7.11.4 and 12.6.4). What is hidden in a compressed
/// part of a PDF is not seen here: nothing is drawn by the node, and a browser gets it as a
/// download.
final class Contents extends OutputStream {

  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

  /// The test file of the anti-virus trade, written in two parts so that this class is not one.
  private static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST";

  private static final String[] HARMFUL = {EICAR, "This program cannot be run in DOS mode"};
  private static final String[] ACTIVE = {"/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia"};

  private final byte[] first = new byte[8];
  private final Words harmful = new Words(HARMFUL);
  private final Words active = new Words(ACTIVE);
  private long size;

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] from, int at, int length) {
    if (size < first.length) {
      int some = (int) Math.min(first.length - size, length);
      System.arraycopy(from, at, first, (int) size, some);
    }
    harmful.look(from, at, length);
    active.look(from, at, length);
    size += length;
  }

  /// How many bytes passed.
  long size() {
    return size;
  }

  /// What the file is, if it is one of those we take.
  Optional<String> mediaType() {
    if (begins(JPEG)) {
      return Optional.of("image/jpeg");
    }
    if (begins(PNG)) {
      return Optional.of("image/png");
    }
    return begins(PDF) ? Optional.of("application/pdf") : Optional.empty();
  }

  /// Whether it must not be opened.
  boolean harmful() {
    return harmful.found || (begins(PDF) && active.found);
  }

  private boolean begins(byte[] with) {
    return size >= with.length && Arrays.equals(first, 0, with.length, with, 0, with.length);
  }

  /// Finds any of some words, also where one lies across two writes.
  private static final class Words {
    private final byte[][] words;
    private final int longest;
    private byte[] tail = new byte[0];
    private boolean found;

    Words(String[] words) {
      this.words =
          Arrays.stream(words)
              .map(word -> word.getBytes(StandardCharsets.US_ASCII))
              .toArray(byte[][]::new);
      this.longest = Arrays.stream(this.words).mapToInt(word -> word.length).max().orElse(1);
    }

    void look(byte[] from, int at, int length) {
      int over = Math.min(length, longest - 1);
      byte[] seam = Arrays.copyOf(tail, tail.length + over);
      System.arraycopy(from, at, seam, tail.length, over);
      found = found || anyIn(seam, 0, seam.length) || anyIn(from, at, length);
      byte[] end = length >= longest - 1 ? Arrays.copyOfRange(from, at, at + length) : seam;
      tail = Arrays.copyOfRange(end, Math.max(0, end.length - longest + 1), end.length);
    }

    private boolean anyIn(byte[] in, int at, int length) {
      for (int i = at; i < at + length; i++) {
        for (byte[] word : words) {
          boolean here = in[i] == word[0] && i + word.length <= at + length;
          if (here && Arrays.equals(in, i, i + word.length, word, 0, word.length)) {
            return true;
          }
        }
      }
      return false;
    }
  }
}

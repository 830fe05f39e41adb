package org.sampan.disclosure.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Published code lists that ship with the library.
public final class PublicLists {

  private PublicLists() {}

  /// The questions of IOM's Human Trafficking Case Data Standard 2.0 that figures are made of.
  ///
  /// A list with several answers is one question for each: yes, no, unknown, not asked.
  public static Domain htcds() {
    String name = "htcds-2.0.json";
    try (InputStream file =
        Objects.requireNonNull(PublicLists.class.getResourceAsStream(name), name)) {
      return DomainFile.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

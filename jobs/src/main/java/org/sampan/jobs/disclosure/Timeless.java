package org.sampan.jobs.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Takes out of a workbook when it was made: the moment a case was counted is nobody's business,
/// and the same release gives the same bytes.
final class Timeless {

  private static final String PROPERTIES = "docProps/core.xml";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Timeless() {}

  static void workbook(Path file) throws IOException {
    Path copy = file.resolveSibling(file.getFileName() + ".timeless");
    try (ZipFile from = new ZipFile(file.toFile());
        OutputStream out = Files.newOutputStream(copy);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(NO_TIME);
        to.putNextEntry(same);
        try (InputStream content = from.getInputStream(entry)) {
          if (entry.getName().equals(PROPERTIES)) {
            to.write(withoutMoment(content.readAllBytes()));
          } else {
            content.transferTo(to);
          }
        }
        to.closeEntry();
      }
    }
    Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] withoutMoment(byte[] properties) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
        .getBytes(StandardCharsets.UTF_8);
  }
}

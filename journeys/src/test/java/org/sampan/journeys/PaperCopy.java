package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// A copy of a paper of hers, as a browser sends it from one bank and gets it on the other: begins
/// like a photograph, is noise, and has a number in it that nobody may find on a disk.
final class PaperCopy {

  static final String NUMBER = "N 4471 9920 Sunday copy";

  private static final String ONE = "main ul.tasks a[href^='/papers/']";

  private PaperCopy() {}

  /// She chooses it as files are chosen, from the page of the referral, and opens it again.
  static void added(Visitor malee, String picture) throws IOException {
    String referral = malee.path();
    malee.follow("/papers/").at("/papers/[0-9a-f-]{36}$");
    malee.page().selectOption("#what", new SelectOption().setIndex(1));
    FilePayload file = new FilePayload("សំបុត្រឆ្លងដែន passport.png", "image/png", bytes());
    malee.page().setInputFiles("#file", file);
    malee.send(malee.path()).sees(ONE);
    malee.stands(picture);
    opens(malee);
    malee.open(referral);
  }

  /// Opened, it is what was sent, byte by byte.
  static void opens(Visitor visitor) throws IOException {
    Page page = visitor.page();
    Download opened = page.waitForDownload(() -> page.click(ONE));
    try (InputStream file = opened.createReadStream()) {
      assertThat(file.readAllBytes()).isEqualTo(bytes());
    }
  }

  private static byte[] bytes() {
    byte[] photograph = new byte[1_200_000];
    new Random(7).nextBytes(photograph);
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    System.arraycopy(png, 0, photograph, 0, png.length);
    byte[] number = NUMBER.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(number, 0, photograph, 600_000, number.length);
    return photograph;
  }
}

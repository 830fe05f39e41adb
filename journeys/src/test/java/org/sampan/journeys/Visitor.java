package org.sampan.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sampan.jobs.TwoNodes;

/// One person with a browser window of her own at one node.
final class Visitor implements AutoCloseable {

  static final int PHONE = 360;
  static final int DESK = 1440;

  private final River.Banks banks;
  private final String country;
  private final BrowserContext window;
  private final Page page;

  Visitor(River.Banks banks, String country, boolean script) {
    this.banks = banks;
    this.country = country;
    this.window =
        banks
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(banks.nodes().address(country))
                    .setJavaScriptEnabled(script)
                    .setViewportSize(DESK, 900));
    this.page = window.newPage();
    this.page.setDefaultTimeout(20_000);
  }

  Page page() {
    return page;
  }

  String country() {
    return country;
  }

  Response open(String path) {
    Response response = page.navigate(path);
    if (response == null) {
      throw new AssertionError("no answer from " + path);
    }
    return response;
  }

  /// Signs in as this invented person; waits for a fresh code when the last one was used up.
  Visitor signIn(String name) throws IOException, InterruptedException {
    for (int tries = 0; tries < 3; tries++) {
      open("/sign-in");
      TwoNodes.SignIn signIn = banks.nodes().signIn(name);
      page.fill("#name", signIn.name());
      page.fill("#password", signIn.password());
      page.fill("#code", signIn.code());
      page.locator("main form:not(.languages) button").click();
      if (!page.url().contains("/sign-in")) {
        return this;
      }
      // A code works once: the next one comes within half a minute.
      Thread.sleep(31_000 - (System.nanoTime() / 1_000_000) % 1000);
    }
    throw new AssertionError(name + " could not sign in at " + country);
  }

  /// Changes the language by its own name.
  Visitor speak(String tag) {
    page.locator("form.languages button[value=" + tag + "]")
        .first()
        .evaluate("button => button.click()");
    page.waitForSelector("html[lang=" + tag + "]");
    return this;
  }

  Visitor width(int pixels) {
    page.setViewportSize(pixels, pixels == PHONE ? 740 : 900);
    return this;
  }

  /// Keeps a picture of the whole page as build output.
  void picture(String name) throws IOException {
    Path folder = Path.of(System.getProperty("sampan.output", "target/screens"));
    Files.createDirectories(folder);
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name + ".png")));
  }

  @Override
  public void close() {
    window.close();
  }
}

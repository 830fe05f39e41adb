package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Margin;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sampan.jobs.TwoNodes;
import org.sampan.web.Language;
import org.sampan.web.Words;

/// One person with a browser window of her own at one node.
final class Visitor implements AutoCloseable {

  private static final Words WORDS = new Words();
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
    this.page.setDefaultTimeout(120_000);
  }

  Page page() {
    return page;
  }

  String country() {
    return country;
  }

  /// A form sent just before may still be on its way: then the browser gives one of the two up.
  private @Nullable Response arrive(String path) {
    try {
      return page.navigate(path);
    } catch (PlaywrightException aborted) {
      page.waitForLoadState();
      return page.navigate(path);
    }
  }

  Response open(String path) {
    Response response = arrive(path);
    if (response == null) {
      throw new AssertionError("no answer from " + path);
    }
    return response;
  }

  /// Signs in as this invented person, or goes on where she signed in before; waits for a fresh
  /// code when the last one was used up.
  Visitor signIn(String name) throws IOException, InterruptedException {
    List<Cookie> before = banks.signedIn().get(name);
    if (before != null) {
      window.addCookies(before);
      open("/");
      return this;
    }
    for (int tries = 0; tries < 3; tries++) {
      open("/sign-in");
      TwoNodes.SignIn signIn = banks.nodes().signIn(name);
      page.fill("#name", signIn.name());
      page.fill("#password", signIn.password());
      page.fill("#code", signIn.code());
      page.locator("main form:not(.languages) button").click();
      page.waitForLoadState();
      if (!page.url().contains("/sign-in")) {
        banks.signedIn().put(name, window.cookies());
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

  /// The page that stands here passes every check, speaks one language, and is kept as pictures at
  /// both widths.
  Visitor stands(String name) throws IOException {
    List<String> problems = new ArrayList<>(PageCheck.problems(page));
    PageCheck.english(page).forEach(text -> problems.add("left in English: " + text));
    assertThat(problems).as(name + " at " + page.url()).isEmpty();
    for (int width : List.of(DESK, PHONE)) {
      width(width).picture(name + "-" + width);
    }
    width(DESK);
    return this;
  }

  /// Printed on A4 the page loses nothing at the edge and takes this many sheets at most; the print
  /// is kept beside the pictures.
  Visitor prints(String name, int sheets) throws IOException {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.setViewportSize(718, 1000); // A4 less its margins, at 96 dots an inch
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(718);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
    Path file = pictures().resolve(name + ".pdf");
    Margin margin = new Margin().setTop("10mm").setBottom("10mm").setLeft("10mm").setRight("10mm");
    byte[] print = page.pdf(new Page.PdfOptions().setFormat("A4").setMargin(margin).setPath(file));
    String objects = new String(print, StandardCharsets.ISO_8859_1);
    assertThat(Pattern.compile("/Type /Page\\b").matcher(objects).results().count())
        .as(name)
        .isBetween(1L, (long) sheets);
    return width(DESK);
  }

  /// Follows the first link to an address that begins so.
  Visitor follow(String path) {
    page.locator("main a[href^='" + path + "']").first().click();
    return this;
  }

  /// Chooses these values of a field, or types them.
  Visitor fill(String field, String... values) {
    Locator first = page.locator("main [name='" + field + "']:not([type=hidden])").first();
    String kind = String.valueOf(first.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type"));
    switch (kind) {
      case "radio", "checkbox" -> {
        for (String value : values) {
          page.check("main [name='" + field + "'][value='" + value + "']");
        }
      }
      case "select" -> first.selectOption(values[0]);
      default -> first.fill(values[0]);
    }
    return this;
  }

  /// Sends the form that goes to an address that ends so, by its first button.
  Visitor send(String action) {
    String form = "form[action$='" + action + "']";
    page.locator("main " + form + " .actions button, main .actions " + form + " button")
        .first()
        .click();
    return this;
  }

  /// Waits for an address that fits.
  Visitor at(String pattern) {
    try {
      page.waitForURL(Pattern.compile(pattern));
    } catch (TimeoutError never) {
      throw new AssertionError(
          "at " + page.url() + " instead of " + pattern + ":\n" + text(), never);
    }
    return this;
  }

  /// Waits for something to stand on the page.
  Visitor sees(String selector) {
    try {
      page.waitForSelector(selector);
    } catch (TimeoutError never) {
      throw new AssertionError("no " + selector + " at " + page.url() + ":\n" + text(), never);
    }
    return this;
  }

  /// This sentence of the words files stands on the page, in the language of the page.
  Visitor says(String key, Object... arguments) {
    return shows(word(key, arguments));
  }

  /// This text stands on the page.
  Visitor shows(String text) {
    assertThat(text()).contains(plain(text));
    return this;
  }

  /// This text does not.
  Visitor hides(String text) {
    assertThat(text()).doesNotContain(plain(text));
    return this;
  }

  /// Opens the page again until something stands there that comes by itself, in its own time.
  Visitor until(String path, String selector) throws InterruptedException {
    long end = System.nanoTime() + 180_000_000_000L;
    open(path);
    while (page.locator(selector).count() == 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError(selector + " never came to " + path + ":\n" + text());
      }
      Thread.sleep(250);
      open(path);
    }
    return this;
  }

  /// The path of the page that stands here.
  String path() {
    return page.url().replaceFirst("^https?://[^/]+", "");
  }

  /// This sentence of the words files, in the language of the page.
  String word(String key, Object... arguments) {
    Language language = Language.of(page.getAttribute("html", "lang")).orElseThrow();
    return WORDS.say(language, key, arguments);
  }

  private String text() {
    return plain(page.locator("main").innerText());
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /// Keeps a picture of the whole page as build output.
  void picture(String name) throws IOException {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(pictures().resolve(name + ".png")));
  }

  private static Path pictures() throws IOException {
    return Files.createDirectories(Path.of(System.getProperty("sampan.output", "target/screens")));
  }

  @Override
  public void close() {
    window.close();
  }
}

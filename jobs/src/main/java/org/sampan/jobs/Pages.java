package org.sampan.jobs;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/// One person's browser at one node, without script: she opens pages, fills the fields she sees and
/// presses buttons. Hidden fields go along as a browser sends them.
final class Pages {

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private Document page;
  private int status;

  /// A new browser at the node of this address.
  Pages(String address) {
    page = Document.createShell(address + "/");
  }

  /// What was looked for on a page and is not there.
  static final class Differs extends RuntimeException {
    Differs(String expected, Pages pages) {
      super(
          "%s, but %s (%d) says: %s"
              .formatted(expected, pages.path(), pages.status, pages.beginning()));
    }
  }

  Document page() {
    return page;
  }

  int status() {
    return status;
  }

  /// Where she is.
  String path() {
    return URI.create(page.baseUri()).getPath();
  }

  Pages open(String path) throws IOException, InterruptedException {
    return go(HttpRequest.newBuilder(URI.create(page.baseUri()).resolve(path)));
  }

  /// Follows the first link whose address or words hold this.
  Pages follow(String part) throws IOException, InterruptedException {
    for (Element link : page.select("main a[href]")) {
      if (link.attr("href").contains(part) || link.text().contains(part)) {
        return open(link.absUrl("href"));
      }
    }
    throw new Differs("a link " + part, this);
  }

  /// Types into a field, or chooses the option or the button of this value.
  Pages fill(String name, String value) {
    Elements fields = page.select(named(name));
    if (fields.isEmpty()) {
      throw new Differs("a field " + name, this);
    }
    Element first = fields.getFirst();
    switch (first.normalName()) {
      case "select" -> choose(first, value);
      case "textarea" -> first.text(value);
      default -> {
        if (first.attr("type").equals("radio") || first.attr("type").equals("checkbox")) {
          check(fields, value);
        } else {
          first.val(value);
        }
      }
    }
    return this;
  }

  /// Whether the page has a field of this name.
  boolean has(String name) {
    return !page.select(named(name)).isEmpty();
  }

  /// The names of all fields that begin so, each once, in order.
  List<String> fields(String beginning) {
    return page.select("main [name^=\"" + beginning + "\"]").eachAttr("name").stream()
        .distinct()
        .toList();
  }

  /// Presses the main button of the first form whose action ends so.
  Pages send(String action) throws IOException, InterruptedException {
    for (Element form : page.select("main form")) {
      if (form.attr("action").endsWith(action)) {
        Element main = form.selectFirst(".actions button");
        return submit(
            (FormElement) form, main == null ? form.selectFirst("button[class*=button]") : main);
      }
    }
    throw new Differs("a form to " + action, this);
  }

  /// Presses the first button that a selector finds.
  Pages press(String selector) throws IOException, InterruptedException {
    Element button = page.selectFirst(selector);
    if (button == null) {
      throw new Differs("a button " + selector, this);
    }
    if (button.closest("form") instanceof FormElement form) {
      return submit(form, button);
    }
    throw new Differs("a form around " + selector, this);
  }

  /// The page holds this text.
  Pages says(String text) {
    if (!page.text().contains(text)) {
      throw new Differs("\"" + text + "\"", this);
    }
    return this;
  }

  /// The page has something that this selector finds.
  Pages shows(String selector) {
    if (page.selectFirst(selector) == null) {
      throw new Differs("something that is " + selector, this);
    }
    return this;
  }

  /// This address answers her as if there were nothing.
  Pages refuses(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page.baseUri()).resolve(path))
            .timeout(Duration.ofSeconds(60))
            .build();
    status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 403 && status != 404) {
      throw new Differs("nothing at " + path, this);
    }
    return this;
  }

  private Pages submit(FormElement form, @Nullable Element button)
      throws IOException, InterruptedException {
    List<String> pairs = new ArrayList<>();
    for (Connection.KeyVal pair : form.formData()) {
      pairs.add(encoded(pair.key()) + "=" + encoded(pair.value()));
    }
    if (button != null && button.hasAttr("name")) {
      pairs.add(encoded(button.attr("name")) + "=" + encoded(button.attr("value")));
    }
    String body = String.join("&", pairs);
    String action =
        button != null && button.hasAttr("formaction")
            ? button.absUrl("formaction")
            : form.hasAttr("action") ? form.absUrl("action") : page.baseUri();
    if (!form.attr("method").equalsIgnoreCase("post")) {
      return open(action.replaceAll("\\?.*", "") + "?" + body);
    }
    return go(
        HttpRequest.newBuilder(URI.create(action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Referer", page.baseUri())
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Pages go(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            request.timeout(Duration.ofSeconds(60)).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    status = answer.statusCode();
    page = Jsoup.parse(answer.body(), answer.uri().toString());
    if (status >= 400) {
      throw new Differs("a page", this);
    }
    return this;
  }

  private static String named(String name) {
    return "main [name=\"" + name + "\"]";
  }

  private void choose(Element select, String value) {
    select.select("option").removeAttr("selected");
    Element option = select.selectFirst("option[value=\"" + value + "\"]");
    if (option == null) {
      throw new Differs("an option " + value, this);
    }
    option.attr("selected", true);
  }

  private void check(Elements fields, String value) {
    List<Element> wanted =
        fields.stream().filter(field -> field.attr("value").equals(value)).toList();
    if (wanted.isEmpty()) {
      throw new Differs("a choice " + fields.getFirst().attr("name") + "=" + value, this);
    }
    if (fields.getFirst().attr("type").equals("radio")) {
      fields.removeAttr("checked");
    }
    wanted.getFirst().attr("checked", true);
  }

  private String beginning() {
    Element main = page.selectFirst("main");
    String text = main == null ? page.text() : main.text();
    return text.lines().collect(Collectors.joining(" ")).substring(0, Math.min(300, text.length()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

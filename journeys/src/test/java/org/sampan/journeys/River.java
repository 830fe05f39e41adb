package org.sampan.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.sampan.jobs.TwoNodes;

/// Two fresh nodes and one browser, started once for all journeys of a run. A test class asks for
/// it with `@ExtendWith(River.class)` and takes it as a parameter of its constructor or methods.
public final class River implements ParameterResolver {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  /// What journeys use.
  ///
  /// @param nodes both nodes
  /// @param home the folder both live in, with their databases, keys and logs
  /// @param browser the one browser; each person opens a context of her own in it
  /// @param signedIn the cookies of whoever signed in: a code works once, so nobody does it twice
  public record Banks(
      TwoNodes nodes, Path home, Browser browser, Map<String, List<Cookie>> signedIn)
      implements AutoCloseable {
    @Override
    public void close() {
      browser.close();
      nodes.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Banks.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM), "no /usr/bin/chromium: as root, apt-get install chromium");
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(River.class))
        .computeIfAbsent("banks", _ -> open(), Banks.class);
  }

  private static Banks open() {
    try {
      Path home = Files.createTempDirectory("sampan-journeys");
      TwoNodes nodes = TwoNodes.start(home);
      Duration took = nodes.waitUntilTheyAnswer(Duration.ofMinutes(10), () -> false);
      if (took.isZero()) {
        nodes.close();
        throw new IllegalStateException("the nodes did not start; see the logs below " + home);
      }
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(CHROMIUM)
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--disable-quic",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync")));
      return new Banks(nodes, home, browser, new ConcurrentHashMap<>());
    } catch (java.io.IOException | InterruptedException failed) {
      throw new IllegalStateException("the journeys could not begin", failed);
    }
  }
}

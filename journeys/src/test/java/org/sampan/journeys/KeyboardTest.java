package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.jobs.TwoNodes;

/// Somebody without a mouse signs in, chooses a language and comes to her work.
@ExtendWith(River.class)
class KeyboardTest {

  private static final String FOCUS =
      """
      () => { const e = document.activeElement; const s = getComputedStyle(e); const r = e.getBoundingClientRect();
        return [e.tagName + '#' + e.id + '.' + (e.getAttribute('value') ?? e.getAttribute('href') ?? ''),
                s.outlineStyle !== 'none' || s.boxShadow !== 'none' || !!e.closest(':focus-within') ? 'seen' : 'unseen',
                r.width > 0 && r.height > 0 ? 'there' : 'nowhere']; }
      """;

  private final River.Banks banks;

  KeyboardTest(River.Banks banks) {
    this.banks = banks;
  }

  @Test
  void the_first_stop_skips_to_the_content_and_every_stop_is_seen() {
    try (Visitor visitor = new Visitor(banks, "TH", true)) {
      visitor.open("/sign-in");
      Page page = visitor.page();
      Set<String> stops = new LinkedHashSet<>();
      for (int i = 0; i < 20; i++) {
        page.keyboard().press("Tab");
        List<?> focus = (List<?>) page.evaluate(FOCUS);
        if (String.valueOf(focus.get(0)).startsWith("BODY")) {
          // Past the last stop the browser's own bar has the focus.
          break;
        }
        stops.add(String.valueOf(focus.get(0)));
        assertThat(focus.subList(1, 3))
            .as(String.valueOf(focus.get(0)))
            .isEqualTo(List.of("seen", "there"));
      }

      assertThat(stops.iterator().next()).startsWith("A#.").endsWith("#main");
      assertThat(stops).anyMatch(stop -> stop.startsWith("INPUT#name"));
      assertThat(stops).anyMatch(stop -> stop.startsWith("INPUT#code"));
    }
  }

  @Test
  void signing_in_and_opening_the_menu_needs_no_mouse() throws Exception {
    try (Visitor visitor = new Visitor(banks, "KH", true)) {
      visitor.open("/sign-in");
      Page page = visitor.page();
      TwoNodes.SignIn signIn = banks.nodes().signIn("rithy");
      page.focus("#name");
      page.keyboard().type(signIn.name());
      page.keyboard().press("Tab");
      page.keyboard().type(signIn.password());
      page.keyboard().press("Tab");
      page.keyboard().type(signIn.code());
      page.keyboard().press("Enter");
      page.waitForURL("**/");
      page.locator("header details.menu summary:visible").last().focus();
      page.keyboard().press("Enter");

      assertThat(page.locator("form[action='/sign-out'] button").isVisible()).isTrue();
    }
  }
}

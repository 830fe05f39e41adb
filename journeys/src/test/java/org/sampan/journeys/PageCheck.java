package org.sampan.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// What every page must pass: accessibility, reflow, target sizes, and nothing asked of strangers.
final class PageCheck {

  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String WIDER =
      "() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1";

  /// Links inside a sentence need no size of their own (WCAG 2.5.8, inline); everything else is 24
  /// px.
  private static final String SMALL_TARGETS =
      """
      () => [...document.querySelectorAll('button, select, input:not([type=hidden]), summary, nav a, .button')]
        .filter(e => e.checkVisibility())
        .map(e => e.matches('input[type=radio], input[type=checkbox]') ? (e.closest('label') ?? e) : e)
        .filter(e => { const r = e.getBoundingClientRect(); return r.width < 24 || r.height < 24; })
        .map(e => e.outerHTML.slice(0, 90))
      """;

  private PageCheck() {}

  /// What is wrong with the page that stands there now, at phone and desk width; empty when nothing
  /// is.
  static List<String> problems(Page page) {
    List<String> problems = new ArrayList<>();
    for (Rule rule : new AxeBuilder(page).withTags(TAGS).analyze().getViolations()) {
      problems.add("axe " + rule.getId() + " at " + rule.getNodes().getFirst().getHtml());
    }
    for (int width : List.of(320, Visitor.PHONE)) {
      page.setViewportSize(width, 740);
      if (Boolean.TRUE.equals(page.evaluate(WIDER))) {
        problems.add("wider than the screen at " + width + " px");
      }
    }
    Object small = page.evaluate(SMALL_TARGETS);
    if (small instanceof List<?> targets && !targets.isEmpty()) {
      problems.add("small targets " + targets);
    }
    page.setViewportSize(Visitor.DESK, 900);
    return problems;
  }
}

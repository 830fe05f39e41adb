package org.sampan.journeys;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sampan.web.Language;
import org.sampan.web.Words;

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

  /// The texts of the page that say of themselves that they are in the page's language.
  private static final String OWN =
      """
      tag => {
        const texts = new Set();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement;
          if (element.closest('[lang]').lang === tag && !element.closest('code, script, .words')
              && element.checkVisibility() && /[A-Za-z]{3,}/.test(walker.currentNode.textContent)) {
            texts.add(walker.currentNode.textContent.trim());
          }
        }
        return [...texts];
      }
      """;

  private static final Words WORDS = new Words();

  /// A word in small Latin letters: what is left of a sentence nobody translated, never a name.
  private static final Pattern SENTENCE = Pattern.compile("(?s).*(?<![-\\w])[a-z]{4,}(?![-\\w]).*");

  private static final Set<String> ENGLISH =
      WORDS.keys(Language.ENGLISH).stream()
          .map(key -> WORDS.pattern(Language.ENGLISH, key))
          .collect(Collectors.toSet());

  private PageCheck() {}

  /// English that was left on a page of a language with a script of its own.
  static List<String> english(Page page) {
    String tag = String.valueOf(page.getAttribute("html", "lang"));
    if (Set.of("en", "vi").contains(tag) || !(page.evaluate(OWN, tag) instanceof List<?> texts)) {
      return List.of();
    }
    return texts.stream()
        .map(String::valueOf)
        .filter(text -> ENGLISH.contains(text) || SENTENCE.matcher(text).matches())
        .toList();
  }

  /// Our pages hold no frames, so axe need not open a page of its own; what passed is not told.
  private static List<Rule> violations(Page page) {
    AxeRunOptions only = new AxeRunOptions();
    only.setResultTypes(List.of("violations"));
    return new AxeBuilder(page)
        .options(only)
        .withTags(TAGS)
        .setLegacyMode(true)
        .analyze()
        .getViolations();
  }

  /// What is wrong with the page that stands there now, at phone and desk width; empty when nothing
  /// is.
  static List<String> problems(Page page) {
    List<String> problems = new ArrayList<>();
    for (Rule rule : violations(page)) {
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

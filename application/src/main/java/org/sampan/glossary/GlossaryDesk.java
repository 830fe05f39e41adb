package org.sampan.glossary;

import org.sampan.web.Language;
import org.sampan.web.Open;
import org.sampan.web.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Shows the glossary to everybody, signed in or not.
@Controller
class GlossaryDesk {

  static final int MOST_CHARACTERS = 100;

  private final Glossary glossary;

  GlossaryDesk(Glossary glossary) {
    this.glossary = glossary;
  }

  @GetMapping("/glossary")
  @Open
  Screen words(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String beside) {
    String typed = shortened(q);
    return new GlossaryPage(glossary.find(typed), typed, Language.of(beside).orElse(null));
  }

  private static String shortened(String q) {
    String typed = q.strip();
    return typed.length() <= MOST_CHARACTERS
        ? typed
        : typed
            .codePoints()
            .limit(MOST_CHARACTERS)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }
}

package org.sampan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sampan.exchange.DeliveryState;
import org.sampan.sealing.Reason;
import org.sampan.web.Language;
import org.sampan.web.Words;

/// No code is shown to people: each has a sentence, in every language.
class SayingTest {

  private static final Words WORDS = new Words();

  @Test
  void every_reason_of_sealing_has_its_sentence() {
    List<String> without =
        Arrays.stream(Reason.values())
            .map(Reason::name)
            .filter(name -> Saying.of(name).equals(Saying.OTHER))
            .toList();

    assertThat(without).isEmpty();
  }

  @Test
  void every_code_the_border_the_courier_and_the_receivers_give_has_its_sentence()
      throws IOException {
    Set<String> without = new TreeSet<>();
    Set<String> codes = codes();
    codes.stream().filter(code -> Saying.of(code).equals(Saying.OTHER)).forEach(without::add);

    assertThat(without).isEmpty();
    assertThat(codes)
        .contains("BODY_TEXT", "ATTACHMENT_TYPE", "UNREACHABLE", "EQUIVOCATION", "UNKNOWN_OFFICE");
  }

  @Test
  void every_sentence_stands_in_every_language_and_takes_no_argument() {
    Set<String> sentences = new TreeSet<>(List.of(Saying.OTHER));
    Stream.of("HTTP_502", "KEPT_BODY_AGE", "UNSUPPORTED", "NOT_TAKEN")
        .map(Saying::of)
        .forEach(sentences::add);
    Arrays.stream(Reason.values()).map(reason -> Saying.of(reason.name())).forEach(sentences::add);
    for (DeliveryState state : DeliveryState.values()) {
      sentences.add(DeliveryDesk.state(state));
      sentences.add("delivery.next." + state.name().toLowerCase(java.util.Locale.ROOT));
    }

    for (Language language : Language.values()) {
      assertThat(WORDS.keys(language)).containsAll(sentences);
      assertThat(sentences)
          .allSatisfy(key -> assertThat(WORDS.pattern(language, key)).doesNotContain("{"));
    }
    assertThat(Saying.of("HTTP_502")).isEqualTo(Saying.of("NOT_A_RECEIPT"));
    assertThat(Saying.of("A_CODE_OF_2031")).isEqualTo(Saying.OTHER);
  }

  /// The texts that stand where a code is given: to a refusal, to the quarantine, of a failed try.
  private static final Pattern GIVEN =
      Pattern.compile(
          "(?:Refused|refuse|refused|unless|put|fork|giveUp|failed|Silent|choice|required|optional|clean|texts)"
              + "\\(([^;{]*?)\\)\\s*[;{]?");

  private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)\"");

  /// Codes by their beginning, wherever they stand.
  private static final Pattern FAMILY =
      Pattern.compile("\"((?:BODY|ATTACHMENTS?|UNKNOWN)_[A-Z_]+)\"");

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String capability : List.of("exchange", "attachments", "referrals", "bundles")) {
      try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/sampan", capability))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          String source = Files.readString(file);
          FAMILY.matcher(source).results().forEach(found -> codes.add(found.group(1)));
          Matcher given = GIVEN.matcher(source);
          while (given.find()) {
            Matcher code = CODE.matcher(given.group(1));
            while (code.find()) {
              codes.add(code.group(1));
            }
          }
        }
      }
    }
    return codes;
  }
}

package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole thread: a person is screened, her case is opened, handed to another country with her
/// consent, and what became of it comes back.
@ExtendWith(River.class)
class ThreadTest {

  private final River.Banks banks;

  ThreadTest(River.Banks banks) {
    this.banks = banks;
  }

  static Stream<Story> tellings() {
    return Stream.of(Story.ENGLISH, Story.KHMER);
  }

  @ParameterizedTest
  @MethodSource("tellings")
  void a_case_crosses_the_border_and_what_became_of_it_comes_back(Story story) throws Exception {
    try (Visitor malee = new Visitor(banks, "TH", true).signIn("malee")) {
      NearBank near = new NearBank(malee, story);
      near.chooses();
      near.screens();
      String path = near.opens();
      near.meetsHerAgain(path);
      String consent = near.asks(path);

      assertThat(consent).startsWith("/persons/");
    }
  }

  @Test
  void a_worker_is_screened_without_any_script() throws Exception {
    try (Visitor malee = new Visitor(banks, "TH", false).signIn("malee")) {
      malee.open("/");
      malee.page().locator("form.languages button[value=en]").first().evaluate("b => b.click()");
      malee.open("/screenings/new");
      NearBank.begin(malee);
      NearBank.answer(malee);
      NearBank.explains(malee);
      malee.send("/result").sees("main a.button[href^='/cases/new']");
    }
  }
}

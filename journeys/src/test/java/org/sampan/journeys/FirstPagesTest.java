package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Both nodes open side by side in one browser, and sign people in.
@ExtendWith(River.class)
class FirstPagesTest {

  private final River.Banks banks;

  FirstPagesTest(River.Banks banks) {
    this.banks = banks;
  }

  @Test
  void two_people_are_signed_in_at_two_nodes_in_one_browser() throws Exception {
    try (Visitor malee = new Visitor(banks, "TH", true).signIn("malee")) {
      assertThat(malee.page().locator("header .node strong").textContent()).isEqualTo("Thailand");

      // The same window goes to the other node: its cookies have other names, so both stay signed
      // in.
      malee.page().navigate(banks.nodes().address("KH") + "/sign-in");
      malee.page().navigate(banks.nodes().address("TH") + "/");

      assertThat(malee.page().locator("h1").textContent()).contains("มาลี");
    }
  }

  @Test
  void the_sign_in_page_asks_nobody_else_for_anything_and_is_light() {
    try (Visitor stranger = new Visitor(banks, "KH", true)) {
      List<String> foreign = new ArrayList<>();
      List<String> refused = new ArrayList<>();
      stranger
          .page()
          .onRequest(request -> {
            if (!request.url().startsWith(banks.nodes().address("KH"))) {
              foreign.add(request.url());
            }
          });
      stranger.page().onConsoleMessage(message -> refused.add(message.text()));
      stranger.open("/sign-in");
      Object bytes =
          stranger
              .page()
              .evaluate(
                  "() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
                      + ".filter(entry => !entry.name.includes('/fonts/')).map(entry => entry.transferSize)"
                      + ".reduce((sum, size) => sum + size, 0)");

      assertThat(foreign).isEmpty();
      assertThat(refused).isEmpty();
      assertThat(((Number) bytes).intValue()).isPositive().isLessThan(40 * 1024);
    }
  }
}

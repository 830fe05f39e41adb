package org.sampan.screenings;

import java.util.List;
import org.sampan.accounts.Duty;
import org.sampan.accounts.GuardedDoor;
import org.sampan.accounts.Waiting;
import org.sampan.screening.IndicatorSets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The indicator sets this node asks by, the way to them in the menu, and what waits on the start
/// page.
@Configuration(proxyBeanMethods = false)
class ScreeningSets {

  @Bean
  static IndicatorSets indicatorSets() {
    return IndicatorSets.shipped();
  }

  @Bean
  static GuardedDoor screeningsDoor() {
    return GuardedDoor.to("/screenings", "screenings.door", 10, Duty.SCREEN);
  }

  /// Her own interviews that were begun and have no result yet.
  @Bean
  static Waiting unfinishedScreenings(Screenings screenings) {
    return reader ->
        reader.has(Duty.SCREEN)
            ? List.of(
                new Waiting.Notice(
                    "screenings.waiting", screenings.unfinished(reader.id()), "/screenings"))
            : List.of();
  }
}

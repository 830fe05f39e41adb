package org.sampan.trust;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Reminds the operator, once a day, of a list that ends soon.
@Component
class Renewal {

  /// Below this the list should have been renewed.
  static final Duration BEFORE = Duration.ofDays(7);

  private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

  private final Trust trust;
  private final Clock clock;

  Renewal(Trust trust, Clock clock) {
    this.trust = trust;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 24, initialDelay = 0, timeUnit = TimeUnit.HOURS)
  void remind() {
    trust
        .list()
        .ifPresent(list -> {
          Duration left = Duration.between(clock.instant(), list.expires());
          if (left.compareTo(BEFORE) < 0) {
            LOG.warn("trust list {} ends in {} days: renew it", list.version(), left.toDays());
          }
        });
  }
}

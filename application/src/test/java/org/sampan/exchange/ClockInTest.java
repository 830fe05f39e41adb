package org.sampan.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that runs, and can be put ahead.
final class ClockInTest extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  void goAhead(Duration by) {
    ahead = ahead.plus(by);
  }

  void putBack() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

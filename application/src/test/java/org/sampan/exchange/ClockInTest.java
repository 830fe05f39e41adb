package org.sampan.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A clock that runs, and can be put ahead or stopped.
final class ClockInTest extends Clock {

  private volatile Duration ahead = Duration.ZERO;
  private volatile @Nullable Instant stopped;

  void goAhead(Duration by) {
    ahead = ahead.plus(by);
  }

  /// Until it is put back.
  void stop() {
    stopped = instant();
  }

  void putBack() {
    ahead = Duration.ZERO;
    stopped = null;
  }

  @Override
  public Instant instant() {
    Instant stands = stopped;
    return stands == null ? Clock.systemUTC().instant().plus(ahead) : stands;
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

package org.sampan.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// A message's identifier: made where the message is made, when its form is drawn (UUID version 7).
public record MessageId(UUID value) {

  /// A fresh one.
  public static MessageId next() {
    return new MessageId(UuidCreator.getTimeOrderedEpoch());
  }
}

package org.sampan.sealing.parcel;

import java.io.IOException;

/// Bytes that are not the parcel they are said to be: altered, cut off, extended, turned round, or
/// sealed under another key. Which of these is not told: the text is constant.
public final class Damaged extends IOException {
  private static final long serialVersionUID = 1L;

  Damaged() {
    super("The parcel does not open.");
  }
}

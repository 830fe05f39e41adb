package org.sampan.screening;

/// The act element of Article 3(a) of the Palermo Protocol. Recorded, not graded: one is enough.
public enum Act {
  RECRUITMENT,
  TRANSPORT,
  TRANSFER,
  HARBOURING,
  RECEIPT
}

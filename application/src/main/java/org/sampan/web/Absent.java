package org.sampan.web;

/// Absent or not yours: one outcome and one page, so that a stranger cannot learn that a record
/// exists.
public record Absent() implements Screen {
  @Override
  public int status() {
    return 404;
  }
}

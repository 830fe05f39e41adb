package org.sampan.web;

/// Nothing here, or not yours to see.
record AbsentPage() implements Screen {
  @Override
  public int status() {
    return 404;
  }
}

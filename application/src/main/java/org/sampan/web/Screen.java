package org.sampan.web;

/// What a controller returns. Unless it is a [Go] or [Absent] it is a page record, drawn by the
/// template of the same name beside it: `CaseFilePage` by `CaseFilePage.jte`.
public interface Screen {

  /// The HTTP status the page is answered with; 422 where a form must be mended.
  default int status() {
    return 200;
  }
}

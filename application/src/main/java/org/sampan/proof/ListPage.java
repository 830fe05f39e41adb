package org.sampan.proof;

import java.util.List;
import org.sampan.casework.CaseFile;
import org.sampan.web.Screen;

/// The court files that wait for this reader: to decide on, or to download.
///
/// @param toDecide asked for by others
/// @param own asked for by the reader
record ListPage(List<Row> toDecide, List<Row> own) implements Screen {

  /// One of them, without anything personal.
  ///
  /// @param words the key of where it stands
  record Row(CaseFile.Id file, String words, String look, java.time.Instant asked) {
    String path() {
      return "/cases/" + file.value() + "/proof";
    }
  }
}

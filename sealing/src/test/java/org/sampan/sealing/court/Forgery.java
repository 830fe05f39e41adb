package org.sampan.sealing.court;

import java.util.ArrayList;
import java.util.List;

/// One way to forge a bundle. The forger has every tool but the keys of others, and mends the
/// digest at the end of the file.
interface Forgery {

  /// The text of a bundle forged this way.
  String of(CourtCase the);

  /// All ways.
  static List<Forgery> all() {
    List<Forgery> all = new ArrayList<>(List.of(FileForgery.values()));
    all.addAll(List.of(LetterForgery.values()));
    all.addAll(List.of(LogForgery.values()));
    return all;
  }
}

package org.sampan.accounts;

import java.util.List;

/// What waits for somebody, shown on her start page. Each capability contributes its own.
public interface Waiting {

  /// One line of the start page.
  ///
  /// @param words the key of the sentence; its first argument is the count
  /// @param count how many wait
  /// @param path where to see them
  record Notice(String words, long count, String path) {}

  /// What waits for her now; lines with nothing waiting are left out.
  List<Notice> noticesFor(SignedIn reader);
}

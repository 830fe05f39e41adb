package org.sampan.oversight;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Office;
import org.sampan.audit.Entry;
import org.sampan.web.Frame;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// Who did and looked at what, and why; newest first.
///
/// @param colleague the sign-in name in the filter
/// @param acts those that ever happened here
/// @param check what the last check of the chain found
record TrailPage(
    Asked asked,
    String colleague,
    List<Line> lines,
    List<String> acts,
    Optional<LastCheck.Checked> check,
    Problems problems)
    implements Screen {

  /// One entry as it is read.
  ///
  /// @param who the colleague; none when the node itself acted
  record Line(Entry entry, Optional<Account> who, Optional<Office> office) {

    String office(Language language) {
      return office.map(one -> one.named(language)).orElse("");
    }
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }

  /// Where the next page begins; none on the last.
  @Nullable UUID next() {
    return lines.size() < asked.atMost() ? null : lines.getLast().entry().id();
  }

  /// The words of an act; an act that is newer than this page is shown by its own name.
  static String act(Frame frame, String act) {
    String key = "oversight.act." + act;
    return frame.has(key) ? frame.say(key) : act;
  }

  /// The words of a stated purpose, where the capability that asked for it has any.
  static String purpose(Frame frame, String code) {
    String key = "casework.purpose." + code;
    return frame.has(key) ? frame.say(key) : code;
  }
}

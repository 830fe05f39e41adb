package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// What an auditor of each node reads of a case.
final class Auditors {

  private Auditors() {}

  /// She asks for one case, and reads who did what and who looked at it.
  static void reads(
      Visitor auditor, Story story, String path, List<String> acts, List<String> names) {
    auditor.open("/audit");
    auditor.speak(story.language());
    auditor
        .fill("caseFile", path.replace("/cases/", ""))
        .send("/audit/find")
        .sees("main table.cards");
    acts.forEach(act -> auditor.says("oversight.act." + act));
    names.forEach(auditor::shows);
    assertThat(auditor.page().locator("main table.cards tbody time").count())
        .isGreaterThanOrEqualTo(acts.size());
  }
}

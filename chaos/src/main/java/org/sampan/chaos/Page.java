package org.sampan.chaos;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A report as one page that stands alone: for a manager its first screen, for a statistician the
/// tables. It names no host and no folder, so that it may be published.
final class Page {

  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 1.5rem auto; padding: 0 1rem; color: #1c2b33 }
      h1 { line-height: 1.2 } h2 { margin: 2.5rem 0 .25rem; line-height: 1.3 }
      table { border-collapse: collapse; width: 100%; margin: .75rem 0 1rem }
      th, td { text-align: left; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid #d5dde1; vertical-align: top; overflow-wrap: anywhere }
      th { overflow-wrap: normal } td.n { font-variant-numeric: tabular-nums }
      .verdict { font-size: 1.15rem; padding: .75rem 1rem; border-left: .4rem solid #1d6b45; background: #eef6f1 }
      .verdict.no { border-color: #a3210f; background: #fbefed }
      .no b, b.no { color: #a3210f } b.yes { color: #1d6b45 } b.aim { color: #8a5a00 }
      small, .quiet { color: #4f606a }
      @media (max-width: 36rem) {
        .figures thead { display: none } .figures tr { display: block; padding: .4rem 0; border-bottom: 1px solid #d5dde1 }
        .figures td { display: block; border: 0; padding: 0 } .figures td.what { font-weight: 600 }
        .figures td[data-of]:not(:empty)::before { content: attr(data-of) ": "; color: #4f606a }
      }
      """;

  private final Report report;
  private final Report.Surroundings on;

  Page(Report report, Report.Surroundings on) {
    this.report = report;
    this.on = on;
  }

  /// The whole page.
  String html() {
    return """
    <!doctype html>
    <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>What the border stood</title><style>%s</style>
    <h1>What the border stood</h1>
    %s
    <p>Two nodes as they ship, each a process with a PostgreSQL of its own, send each other real
    letters over a line that we can cut, slow and falsify, while the trials below go on. Afterwards
    both databases are compared, identifier by identifier: what the sender committed against what it
    did at the receiver.</p>
    <p><b>How to read it.</b> A <b>promise</b> must hold, whatever the machine: one that does not
    fails the run. An <b>aim</b> is a speed; on a busy machine it says more about the machine.
    A line without either tells what was done.</p>
    %s
    <h2>In one look</h2>
    <table><thead><tr><th>trial<th>must<th>aims<th>took</thead>
    %s</table>
    %s
    """
        .formatted(STYLE, verdict(), run(), overview(), trials());
  }

  private List<Trial.Figure> all() {
    return report.trials().stream().flatMap(trial -> trial.figures().stream()).toList();
  }

  private String verdict() {
    long promises = all().stream().filter(Trial.Figure::must).count();
    long kept = all().stream().filter(figure -> figure.must() && figure.reached()).count();
    long aims = all().stream().filter(Page::isAim).count();
    long met = all().stream().filter(figure -> isAim(figure) && figure.reached()).count();
    String promised =
        kept == promises
            ? "All %d promises held.".formatted(promises)
            : "<b>%d of %d promises did not hold.</b>".formatted(promises - kept, promises);
    return "<p class=\"verdict%s\">%s %d of %d aims were met.%s</p>"
        .formatted(kept == promises ? "" : " no", promised, met, aims, surety(kept == promises));
  }

  /// What no case in so many says (the rule of three: Hanley and Lippman-Hand, JAMA 249, 1983).
  private String surety(boolean kept) {
    long letters =
        all().stream()
            .filter(figure -> figure.what().equals("messages so far"))
            .mapToLong(figure -> Long.parseLong(figure.value()))
            .max()
            .orElse(0);
    if (!kept || letters == 0) {
      return "";
    }
    return (" <small>%,d letters, none lost and none done twice: if letters fail one by one, fewer"
            + " than %s in a million do, with 95 %% confidence. Faults that no trial makes are not"
            + " covered.</small>")
        .formatted(letters, "%,d".formatted((long) Math.ceil(3e6 / letters)));
  }

  private String run() {
    return "<p class=\"quiet\">%s; seed %d; ended %s UTC; %s.</p>"
        .formatted(
            report.plan().full() ? "The long run" : "A short slice of every trial",
            report.plan().seed(),
            report
                .at()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replaceAll("[TZ]|:00Z", " ")
                .strip(),
            escaped(on.line()));
  }

  private String overview() {
    return report.trials().stream()
        .map(trial ->
            "<tr><td><a href=\"#%s\">%s</a><td>%s<td>%s<td class=\"n\">%s"
                .formatted(
                    anchor(trial),
                    escaped(trial.title()),
                    trial.holds()
                        ? "<b class=\"yes\">held</b>"
                        : "<b class=\"no\">did not hold</b>",
                    aims(trial),
                    took(trial)))
        .collect(Collectors.joining("\n"));
  }

  private static String aims(Chaos.Held trial) {
    long aims = trial.figures().stream().filter(Page::isAim).count();
    long met = trial.figures().stream().filter(f -> isAim(f) && f.reached()).count();
    return aims == 0 ? "" : met + " of " + aims + " met";
  }

  private static boolean isAim(Trial.Figure figure) {
    return !figure.must() && !figure.target().isEmpty();
  }

  private String trials() {
    return report.trials().stream().map(Page::table).collect(Collectors.joining("\n"));
  }

  private static String table(Chaos.Held trial) {
    String rows = trial.figures().stream().map(Page::row).collect(Collectors.joining("\n"));
    return """
    <h2 id="%s">%s</h2>
    <p>%s <small>It took %s.</small></p>
    <table class="figures"><thead><tr><th>what<th>found<th>promise or aim</thead>
    %s</table>\
    """
        .formatted(
            anchor(trial), escaped(trial.title()), escaped(trial.story()), took(trial), rows);
  }

  private static String row(Trial.Figure figure) {
    String mark =
        figure.reached()
            ? ""
            : figure.must() ? " <b class=\"no\">did not hold</b>" : " <b class=\"aim\">missed</b>";
    String target =
        figure.target().isEmpty()
            ? ""
            : (figure.must() ? "promise: " : "aim: ") + escaped(figure.target());
    return "<tr><td class=\"what\">%s<td class=\"n\" data-of=\"found\">%s%s<td class=\"n\">%s"
        .formatted(escaped(figure.what()), escaped(figure.value()), mark, target);
  }

  private static String took(Chaos.Held trial) {
    long seconds = trial.took().toSeconds();
    return seconds < 120 ? seconds + " s" : (seconds / 60) + " min";
  }

  private static String anchor(Chaos.Held trial) {
    return trial.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

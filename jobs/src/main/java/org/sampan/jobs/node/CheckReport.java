package org.sampan.jobs.node;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/// What a check found, for reading and for keeping.
final class CheckReport {

  private CheckReport() {}

  /// Line by line; the last line is JSON.
  static String text(URI node, List<Rule.Finding> findings) {
    StringBuilder out = new StringBuilder();
    for (Rule.Finding finding : findings) {
      Rule rule = finding.rule();
      out.append(
          "%s  %-28s %-5s %s%n"
              .formatted(
                  finding.kept() ? "kept  " : "BROKEN", rule.id(), rule.section(), rule.text()));
      if (!finding.kept()) {
        out.append("        " + finding.wrong() + "\n");
      }
    }
    long kept = findings.stream().filter(Rule.Finding::kept).count();
    out.append(
        "{\"node\":\"%s\",\"rules\":%d,\"kept\":%d}%n".formatted(node, findings.size(), kept));
    return out.toString();
  }

  /// One page that needs nothing beside itself.
  static String page(URI node, Instant now, List<Rule.Finding> findings) {
    long kept = findings.stream().filter(Rule.Finding::kept).count();
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <!doctype html>
        <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Check of a node</title>
        <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
        table{border-collapse:collapse;width:100%%}td,th{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ccc}
        .broken{font-weight:700;color:#a3210f}</style>
        <h1>%d of %d rules kept</h1><p>%s, %s</p>
        <table><thead><tr><th>Outcome<th>Rule<th>Protocol<th>What it says</thead><tbody>
        """
            .formatted(kept, findings.size(), safe(node.toString()), now));
    for (Rule.Finding finding : findings) {
      out.append(
          "<tr><td%s>%s<td>%s<td>%s<td>%s%s%n"
              .formatted(
                  finding.kept() ? "" : " class=broken",
                  finding.kept() ? "kept" : "broken",
                  finding.rule().id(),
                  finding.rule().section(),
                  safe(finding.rule().text()),
                  finding.kept() ? "" : "<br>" + safe(finding.wrong())));
    }
    return out.append("</table></html>").toString();
  }

  private static String safe(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

package org.sampan.jobs.disclosure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sampan.disclosure.Aggregate;
import org.sampan.disclosure.Figure;
import org.sampan.disclosure.Plan;
import org.sampan.disclosure.Release;
import org.sampan.disclosure.Statement;
import org.sampan.disclosure.domain.Variable;

/// The report of a release: one page of HTML in each of the seven languages, from the release
/// alone.
final class Reports {

  private static final String STYLE =
      """
      :root { color-scheme: light; --river: #0b5563; --bar: #4f9aa8; --ink: #1d2528; }
      body { font: 1rem/1.6 "Noto Sans", "Noto Sans Khmer", "Noto Sans Myanmar", "Noto Sans Lao",
        "Noto Sans Thai", "Noto Sans CJK SC", sans-serif; color: var(--ink); margin: 0 auto;
        max-width: 50rem; padding: 1rem; }
      h1, h2 { color: var(--river); line-height: 1.3; overflow-wrap: anywhere; }
      .standing { border-inline-start: .4rem solid var(--river); padding: .3rem .8rem; }
      .rehearsal { border-color: #a3230f; color: #a3230f; font-weight: bold; }
      table { border-collapse: collapse; width: 100%; } caption { text-align: start; }
      th, td { text-align: start; padding: .2rem .5rem; border-bottom: 1px solid #cdd6d9;
        vertical-align: top; overflow-wrap: anywhere; }
      td.n { text-align: end; font-variant-numeric: tabular-nums; }
      svg { width: 100%; max-width: 34rem; height: auto; } .bar { fill: var(--bar); }
      .interval { stroke: var(--ink); fill: none; } svg text { font-size: 14px; fill: var(--ink); }
      nav a { margin-inline-end: .8rem; }
      @media print { nav { display: none; } section { break-inside: avoid; } body { max-width: none; } }
      """;

  private Reports() {}

  static List<TextFile> of(Release release) {
    return Words.LANGUAGES.stream()
        .map(language -> new TextFile(name(language), page(release, new Words(language))))
        .toList();
  }

  private static String name(String language) {
    return language.equals("en") ? "index.html" : "index." + language + ".html";
  }

  private static String page(Release release, Words words) {
    Plan plan = release.statement().plan();
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"%s\">\n".formatted(words.language()));
    page.append("<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<title>%s</title>\n".formatted(Bars.escaped(plan.title())));
    page.append("<style>\n").append(STYLE).append("</style>\n");
    page.append(languages());
    page.append("<main>\n<h1>%s</h1>\n".formatted(Bars.escaped(plan.title())));
    page.append(standing(release.statement(), words));
    page.append(paragraph(words.say("guarantee.plain")));
    page.append(paragraph(words.say("guarantee.number", epsilonOf(plan), deltaOf(plan))));
    page.append(facts(release, words));
    page.append("<h2>%s</h2>\n".formatted(words.say("figures.title")));
    page.append(paragraph(words.say("figures.read")));
    for (Aggregate aggregate : release.aggregates()) {
      if (aggregate.variables().size() == 1) {
        page.append(section(aggregate, words));
      }
    }
    page.append("<h2>%s</h2>\n".formatted(words.say("files.title")));
    page.append(paragraph(words.say("files.rows", release.rows().size())));
    page.append(files());
    return page.append("</main>\n</html>\n").toString();
  }

  private static String languages() {
    return Words.LANGUAGES.stream()
        .map(language ->
            "<a href=\"%s\" lang=\"%s\">%s</a>"
                .formatted(name(language), language, new Words(language).say("language.name")))
        .collect(Collectors.joining("\n", "<nav>\n", "\n</nav>\n"));
  }

  private static String standing(Statement statement, Words words) {
    Plan plan = statement.plan();
    boolean rehearsal = plan.domain().readFromData();
    String text =
        rehearsal
            ? words.say("standing.rehearsal")
            : plan.approvedBy()
                .map(name -> words.say("standing.approved", name))
                .orElseGet(() -> words.say("standing.unapproved"));
    return "<p class=\"standing%s\">%s</p>\n"
        .formatted(rehearsal ? " rehearsal" : "", Bars.escaped(text));
  }

  private static String facts(Release release, Words words) {
    Statement statement = release.statement();
    Plan plan = statement.plan();
    StringBuilder facts = new StringBuilder("<table>\n");
    facts.append(fact(words, "fact.method", words.say("method.text")));
    facts.append(fact(words, "fact.epsilon", epsilonOf(plan)));
    facts.append(fact(words, "fact.delta", deltaOf(plan)));
    facts.append(fact(words, "fact.neighbours", words.say("neighbours.text", plan.rowsAPerson())));
    facts.append(fact(words, "fact.before", statement.epsilonBefore()));
    facts.append(fact(words, "fact.all", statement.epsilonInAll()));
    facts.append(fact(words, "fact.domain", plan.domain().name() + ", " + plan.domain().version()));
    facts.append(fact(words, "fact.source", plan.domain().source()));
    facts.append(fact(words, "fact.guarded", String.valueOf(release.guarded())));
    return facts.append("</table>\n").toString();
  }

  private static String fact(Words words, String name, String value) {
    return "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n"
        .formatted(words.say(name), Bars.escaped(value));
  }

  private static String section(Aggregate aggregate, Words words) {
    Variable variable = aggregate.variables().getFirst();
    StringBuilder section = new StringBuilder("<section>\n");
    section.append("<h3>%s</h3>\n".formatted(Bars.escaped(variable.named().in(words.language()))));
    section.append(Bars.draw(aggregate, words));
    section.append("<details><summary>%s</summary>\n<table>\n".formatted(words.say("table.open")));
    section.append(
        "<tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
            .formatted(
                words.say("table.category"),
                words.say("table.count"),
                words.say("table.interval")));
    section.append("<th scope=\"col\">%s</th></tr>\n".formatted(words.say("table.status")));
    for (int at = 0; at < aggregate.figures().size(); at++) {
      Figure figure = aggregate.figures().get(at);
      section.append(
          "<tr><td>%s</td><td class=\"n\">%d</td><td class=\"n\">%d–%d</td><td>%s</td></tr>\n"
              .formatted(
                  Bars.escaped(variable.categories().get(at).named().in(words.language())),
                  figure.count(),
                  figure.low(),
                  figure.high(),
                  words.say("status." + figure.status().name().toLowerCase(Locale.ROOT))));
    }
    return section.append("</table>\n</details>\n</section>\n").toString();
  }

  private static String files() {
    return List.of(
            RowsFiles.NAME,
            AggregateFiles.NAME,
            AggregateFiles.HXL_NAME,
            "release.xlsx",
            "datapackage.json",
            RowsFiles.NAME + "-metadata.json",
            AggregateFiles.NAME + "-metadata.json",
            "dcat.jsonld",
            "domain.json",
            "release.json")
        .stream()
        .map("<li><a href=\"%1$s\">%1$s</a></li>"::formatted)
        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n"));
  }

  private static String paragraph(String text) {
    return "<p>%s</p>\n".formatted(Bars.escaped(text));
  }

  private static String epsilonOf(Plan plan) {
    return plan.epsilon().roundedUp(6).replaceFirst("[.]?0+$", "");
  }

  private static String deltaOf(Plan plan) {
    return plan.delta().toString();
  }
}

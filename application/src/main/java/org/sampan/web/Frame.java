package org.sampan.web;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What surrounds every screen, given to each template beside its page: the reader's language and
/// calendar, who she is, the menu, the token that proves a form is ours.
public final class Frame {

  /// The node that draws the page: two nodes in one browser are told apart by it.
  ///
  /// @param country the country's two letters
  /// @param name the name the node shows in its header
  public record NodeName(String country, String name) {}

  private final Words words;
  private final Language language;
  private final NodeName node;
  private final String assets;
  private final @Nullable Visitor visitor;
  private final Request request;
  private final Dates dates;

  /// What the frame must know of the request.
  ///
  /// @param path the path without its query
  /// @param csrfName the name of the form's hidden field
  /// @param csrfToken its value
  /// @param partial whether only a part of the page was asked for
  record Request(String path, String csrfName, String csrfToken, boolean partial) {}

  Frame(
      Words words,
      Language language,
      NodeName node,
      String assets,
      @Nullable Visitor visitor,
      Request request) {
    this.words = words;
    this.language = language;
    this.node = node;
    this.assets = assets;
    this.visitor = visitor;
    this.request = request;
    this.dates = new Dates(words, language, visitor == null ? null : visitor.zone());
  }

  /// The sentence of this key in the reader's language.
  public String say(String key, Object... arguments) {
    return words.say(language, key, arguments);
  }

  /// The same sentence in another of the seven, where two people read together.
  public String sayIn(Language other, String key, Object... arguments) {
    return words.say(other, key, arguments);
  }

  /// What the reader must do about this problem.
  public String say(Problems.Problem problem) {
    return words.say(language, problem.words(), problem.arguments().toArray());
  }

  /// Whether the words exist: for labels of codes that other nodes may send.
  public boolean has(String key) {
    return words.has(key);
  }

  public Language language() {
    return language;
  }

  /// The `lang` of a name that keeps its own script on the page: the browser draws it with the
  /// right font and a screen reader says it right. None where the page's own language holds.
  public @Nullable String tongue(String name) {
    return Language.ofScript(name).filter(own -> own != language).map(Language::tag).orElse(null);
  }

  public List<Language> languages() {
    return List.of(
        Language.ENGLISH,
        Language.THAI,
        Language.LAO,
        Language.KHMER,
        Language.BURMESE,
        Language.VIETNAMESE,
        Language.CHINESE);
  }

  public NodeName node() {
    return node;
  }

  public @Nullable Visitor visitor() {
    return visitor;
  }

  /// The node's country in the reader's language.
  public String country() {
    return com.ibm.icu.util.ULocale.getDisplayCountry("und-" + node.country(), language.tag());
  }

  /// Whether this menu entry leads to where the reader is.
  public boolean isHere(String door) {
    return request.path().equals(door) || request.path().startsWith(door + "/");
  }

  /// Whether only the changed part of the page was asked for, by script.
  public boolean partial() {
    return request.partial();
  }

  /// The path of this page, for the language form to come back to.
  public String path() {
    return request.path();
  }

  /// The address of a stylesheet, script or font, which changes whenever its content does.
  public String asset(String file) {
    return "/assets/" + assets + "/" + file;
  }

  /// The hidden field every form carries.
  public Content csrf() {
    return output -> {
      output.writeContent("<input type=\"hidden\" name=\"");
      output.writeContent(request.csrfName());
      output.writeContent("\" value=\"");
      output.writeContent(request.csrfToken());
      output.writeContent("\">");
    };
  }

  /// A day in the reader's calendar, its era named where it is not the common one.
  public String day(LocalDate day) {
    return dates.day(day);
  }

  /// A moment in the zone of the reader's office: day, month name, year, hour and minute.
  public String moment(Instant moment) {
    return dates.moment(moment);
  }

  /// How long ago, beside a moment and never instead of it.
  public String ago(Instant moment, Instant now) {
    return dates.ago(moment, now);
  }

  /// A moment as machines read it, for the `datetime` attribute.
  public String machine(Instant moment) {
    return moment.toString();
  }

  /// The first eight digits of an identifier: enough for two people on the telephone.
  public String shortly(UUID id) {
    String digits = id.toString().replace("-", "");
    return digits.substring(digits.length() - 8).toUpperCase(java.util.Locale.ROOT);
  }
}

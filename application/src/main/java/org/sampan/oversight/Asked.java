package org.sampan.oversight;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.audit.Audit;
import org.sampan.web.Typed;

/// Which part of the trail is asked for: by case, by colleague, by act, from where on backwards.
record Asked(
    @Nullable String caseFile,
    @Nullable String who,
    @Nullable String act,
    @Nullable String older,
    @Nullable String most) {

  static final int ON_A_PAGE = 50;
  static final int ON_PAPER = 500;

  Audit.Query query() {
    String name = Typed.text(act);
    return Audit.Query.ALL
        .inCase(Typed.identifier(caseFile).orElse(null))
        .of(Typed.identifier(who).orElse(null))
        .doing(name.isEmpty() ? null : name)
        .olderThan(Typed.identifier(older).orElse(null));
  }

  int atMost() {
    return "all".equals(most) ? ON_PAPER : ON_A_PAGE;
  }

  boolean onPaper() {
    return atMost() == ON_PAPER;
  }

  /// The address of the same question, from another entry on, on a page or on paper.
  String path(@Nullable UUID from, boolean paper) {
    StringBuilder path = new StringBuilder("/audit?");
    add(path, "caseFile", Typed.identifier(caseFile).map(UUID::toString));
    add(path, "who", Typed.identifier(who).map(UUID::toString));
    add(path, "act", Optional.of(Typed.text(act)).filter(name -> name.matches("[a-z.-]+")));
    add(path, "older", Optional.ofNullable(from).map(UUID::toString));
    add(path, "most", paper ? Optional.of("all") : Optional.empty());
    return path.substring(0, path.length() - 1);
  }

  private static void add(StringBuilder path, String name, Optional<String> value) {
    value.ifPresent(text -> path.append(name).append('=').append(text).append('&'));
  }

  /// Everything of one case.
  static String ofCase(UUID file) {
    return "/audit?caseFile=" + file;
  }

  /// Everything one colleague did.
  static String of(UUID account) {
    return "/audit?who=" + account;
  }
}

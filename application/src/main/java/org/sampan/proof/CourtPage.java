package org.sampan.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.casework.CaseFile;
import org.sampan.vault.Personal;
import org.sampan.web.Frame;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.witnesses.CourtBundles;

/// What a court could be handed of a case, and who asked for it and who approved.
///
/// @param askings newest first
/// @param form what was typed into the form
/// @param names of the colleagues on the page, by account
/// @param fingerprint of the signers this node knows; empty when it knows none
record CourtPage(
    CaseFile file,
    CourtBundles.Letters letters,
    List<Asking> askings,
    Rights rights,
    Form form,
    Map<UUID, String> names,
    String fingerprint,
    Problems problems,
    Instant now)
    implements Screen {

  /// What the reader may do with this case.
  record Rights(Account.Id reader, boolean ask, boolean approve) {}

  /// What was typed.
  ///
  /// @param id made when the form is drawn: the same form handed in twice asks once
  @Personal
  record Form(UUID id, Asking.@Nullable Ground ground, String why) {
    @Override
    public String toString() {
      return "Form[redacted]";
    }
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }

  /// Where everything of this page is done.
  String path() {
    return "/cases/" + file.id().value() + "/proof";
  }

  /// Whether a file can be asked for now.
  boolean mayAsk() {
    return rights.ask() && file.isReadable() && !letters.letters().isEmpty();
  }

  boolean mayDecide(Asking asking) {
    return rights.approve() && asking.waits(now) && !wrote(asking);
  }

  boolean mayWithdraw(Asking asking) {
    return wrote(asking) && asking.waits(now);
  }

  boolean mayDownload(Asking asking) {
    return rights.ask() && wrote(asking) && asking.isOpen(now) && file.isReadable();
  }

  private boolean wrote(Asking asking) {
    return asking.author().equals(rights.reader());
  }

  String name(Account.@Nullable Id account) {
    return account == null ? "" : names.getOrDefault(account.value(), "");
  }

  /// What the file is called on the reader's disk.
  static String fileName(Frame frame, Asking asking) {
    return fileName(frame.shortly(asking.caseFile().value()));
  }

  static String fileName(String number) {
    return "case-" + number + ".txt";
  }
}

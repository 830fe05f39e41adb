package org.sampan.proof;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.sealing.court.Verify;
import org.sampan.trust.Trust;
import org.sampan.web.Screen;
import org.sampan.witnesses.Checkpoints;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Where an auditor takes the whole log away, to check it without us.
@Controller
class FolderDesk {

  private final Folder folder;
  private final Trust trust;
  private final Audit audit;

  FolderDesk(Folder folder, Trust trust, Audit audit) {
    this.folder = folder;
    this.trust = trust;
    this.audit = audit;
  }

  @GetMapping("/log/folder")
  @Needs(Duty.AUDIT)
  Screen show() {
    return page();
  }

  private FolderPage page() {
    return new FolderPage(
        folder.head().map(head -> new FolderPage.Head(head.size(), head.at())).orElse(null),
        trust.self().value(),
        trust.anchor().map(Verify::fingerprint).orElse(""));
  }

  /// The folder as one file, written while it is read; the download is in the audit before its
  /// first byte.
  @PostMapping("/log/folder")
  @Needs(Duty.AUDIT)
  @Nullable Screen download(SignedIn reader, HttpServletResponse to) throws IOException {
    Optional<Checkpoints.Kept> head = folder.head();
    if (head.isEmpty()) {
      return page();
    }
    audit.seen(
        reader
            .act("proof.folder.downloaded")
            .with("size", head.get().size())
            .with("root", head.get().root()));
    to.setContentType("application/zip");
    to.setHeader(
        "Content-Disposition",
        "attachment; filename=\"log-%s-%d.zip\"".formatted(trust.self(), head.get().size()));
    to.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    to.setHeader("Cache-Control", "no-store");
    folder.write(head.get(), to.getOutputStream());
    return null;
  }
}

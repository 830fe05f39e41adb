package org.sampan.attachments;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Where papers are added to a record, taken away, and opened. Whose record it is and what this
/// reader may do, its [Holder] says.
@Controller
@RequestMapping("/papers/{record}")
class PapersDesk {

  private final ObjectProvider<Holder> holders;
  private final Attachments attachments;
  private final Audit audit;

  PapersDesk(ObjectProvider<Holder> holders, Attachments attachments, Audit audit) {
    this.holders = holders;
    this.attachments = attachments;
    this.audit = audit;
  }

  private Optional<Holder.Held> held(UUID record, SignedIn reader) {
    return holders
        .orderedStream()
        .flatMap(holder -> holder.papersOf(record, reader).stream())
        .findFirst();
  }

  @GetMapping
  @Needs(Duty.BE_HERE)
  Screen show(@PathVariable UUID record, SignedIn reader) {
    return held(record, reader)
        .map(held -> page(record, held, "", new Problems()))
        .orElse(new Absent());
  }

  private Screen page(UUID record, Holder.Held held, String what, Problems problems) {
    UUID form = UuidCreator.getTimeOrderedEpoch();
    return new PapersPage(record, held, attachments.of(record), form, what, problems);
  }

  @PostMapping
  @Needs(Duty.BE_HERE)
  Screen add(
      @PathVariable UUID record,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      SignedIn reader)
      throws IOException {
    Optional<Holder.Held> found = held(record, reader).filter(Holder.Held::mayChange);
    Optional<UUID> number = Typed.identifier(id);
    if (found.isEmpty() || number.isEmpty()) {
      return new Absent();
    }
    Holder.Held held = found.get();
    Problems problems = new Problems();
    if (held.kinds().stream().noneMatch(kind -> kind.code().equals(what))) {
      problems.add("what", "attachments.problem.what");
    }
    if (file == null || file.isEmpty()) {
      problems.add("file", "attachments.problem.empty");
    }
    if (!problems.none() || file == null) {
      return page(record, held, what, problems);
    }
    Attachments.New added = new Attachments.New(record, number.get(), held.person(), what);
    try (InputStream bytes = file.getInputStream()) {
      Act act = act("attachments.paper.added", record, held, reader);
      return switch (attachments.add(added, bytes, act)) {
        case Attachments.Added.Kept kept -> new Go("/papers/" + record);
        case Attachments.Added.Refused(Attachments.Why why) -> {
          String code = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
          yield page(record, held, what, problems.add("file", "attachments.problem." + code));
        }
      };
    }
  }

  @PostMapping("/{id}/remove")
  @Needs(Duty.BE_HERE)
  Screen remove(@PathVariable UUID record, @PathVariable UUID id, SignedIn reader) {
    Optional<Holder.Held> found = held(record, reader).filter(Holder.Held::mayChange);
    if (found.isEmpty()) {
      return new Absent();
    }
    attachments.remove(record, id, act("attachments.paper.removed", record, found.get(), reader));
    return new Go("/papers/" + record);
  }

  /// Hands the file to the browser as a download: it is never drawn among our own pages.
  @GetMapping("/{id}")
  @Needs(Duty.BE_HERE)
  @Nullable Screen open(
      @PathVariable UUID record, @PathVariable UUID id, SignedIn reader, HttpServletResponse to)
      throws IOException {
    Optional<Holder.Held> held = held(record, reader);
    Optional<Attachments.Opened> opened = held.flatMap(mine -> attachments.open(record, id));
    if (opened.isEmpty()) {
      return new Absent();
    }
    audit.seen(act("attachments.paper.opened", record, held.orElseThrow(), reader));
    Paper paper = opened.get().paper();
    to.setContentType(paper.mediaType());
    to.setContentLengthLong(paper.size());
    to.setHeader(
        "Content-Disposition",
        "attachment; filename=\""
            + paper.id().toString().substring(28)
            + "."
            + paper.ending()
            + "\"");
    to.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    opened.get().content().writeTo(to.getOutputStream());
    return null;
  }

  private static Act act(String name, UUID record, Holder.Held held, SignedIn reader) {
    return reader.act(name).on(record).inCase(held.caseFile());
  }
}

package org.sampan.proof;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Access;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.sealing.Digest;
import org.sampan.sealing.court.CourtBundle;
import org.sampan.sealing.court.Verify;
import org.sampan.trust.Trust;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.sampan.witnesses.CourtBundles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a court file of a case is asked for, approved by somebody else, and downloaded.
@Controller
@RequestMapping("/cases/{file}/proof")
class CourtDesk {

  private static final int MOST_WORDS = 500;

  private final Cases cases;
  private final Askings askings;
  private final Granting granting;
  private final CourtBundles bundles;
  private final Accounts accounts;
  private final Trust trust;
  private final Audit audit;
  private final Clock clock;

  CourtDesk(
      Cases cases,
      Askings askings,
      Granting granting,
      CourtBundles bundles,
      Accounts accounts,
      Trust trust,
      Audit audit,
      Clock clock) {
    this.cases = cases;
    this.askings = askings;
    this.granting = granting;
    this.bundles = bundles;
    this.accounts = accounts;
    this.trust = trust;
    this.audit = audit;
    this.clock = clock;
  }

  /// A case this reader may see, and her duty on it by work alone, not by a stated purpose.
  private Optional<CaseFile> mine(UUID file, Duty duty, SignedIn reader) {
    return cases.find(new CaseFile.Id(file), reader).filter(one -> has(duty, one, reader));
  }

  static boolean has(Duty duty, CaseFile file, SignedIn reader) {
    return reader.access(duty, file.holding()) == Access.BY_DUTY;
  }

  /// An asking of exactly this case.
  private Optional<Asking> asking(UUID id, CaseFile file) {
    return askings.find(new Asking.Id(id)).filter(one -> one.caseFile().equals(file.id()));
  }

  @GetMapping
  @Needs(Duty.SEE_CASE)
  Screen show(@PathVariable UUID file, SignedIn reader) {
    return cases
        .find(new CaseFile.Id(file), reader)
        .<Screen>map(one -> page(one, form(null, ""), new Problems(), reader))
        .orElse(new Absent());
  }

  private static CourtPage.Form form(Asking.@Nullable Ground ground, String why) {
    return new CourtPage.Form(UuidCreator.getTimeOrderedEpoch(), ground, why);
  }

  private Screen page(CaseFile file, CourtPage.Form form, Problems problems, SignedIn reader) {
    UUID id = file.id().value();
    audit.seen(reader.act("proof.case.seen").on(id).inCase(id));
    List<Asking> all = askings.of(file.id());
    return new CourtPage(
        file,
        bundles.letters(id),
        all,
        new CourtPage.Rights(
            reader.id(), has(Duty.REFER, file, reader), has(Duty.APPROVE, file, reader)),
        form,
        names(all),
        trust.anchor().map(Verify::fingerprint).orElse(""),
        problems,
        clock.instant());
  }

  private Map<UUID, String> names(List<Asking> all) {
    Map<UUID, String> names = new HashMap<>();
    all.stream()
        .flatMap(one -> Stream.of(one.author(), one.standing().by()))
        .filter(Objects::nonNull)
        .map(Account.Id::value)
        .distinct()
        .forEach(id ->
            accounts.find(new Account.Id(id)).ifPresent(found -> names.put(id, found.name())));
    return names;
  }

  @PostMapping
  @Needs(Duty.REFER)
  Screen ask(
      @PathVariable UUID file,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String ground,
      @RequestParam(defaultValue = "") String why,
      SignedIn reader) {
    Optional<CaseFile> found = mine(file, Duty.REFER, reader).filter(CaseFile::isReadable);
    Optional<UUID> number = Typed.identifier(id).filter(one -> one.version() == 7);
    if (found.isEmpty() || number.isEmpty()) {
      return new Absent();
    }
    CourtBundles.Letters letters = bundles.letters(file);
    Problems problems = new Problems();
    Optional<Asking.Ground> chosen = Typed.choice(Asking.Ground.class, ground);
    if (chosen.isEmpty()) {
      problems.add("ground", "proof.problem.ground");
    }
    String typed = Typed.required("why", why, MOST_WORDS, problems);
    if (letters.letters().isEmpty()) {
      problems.add("act", "proof.none.what");
    }
    if (!problems.none()) {
      return page(found.get(), form(chosen.orElse(null), typed), problems, reader);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Asking asking =
        new Asking(
            new Asking.Id(number.get()),
            found.get().id(),
            found.get().person(),
            reader.id(),
            now,
            chosen.orElseThrow(),
            typed,
            letters.letters(),
            new Asking.Standing(
                Asking.State.WAITING, null, null, "", now.plus(Asking.TO_DECIDE), 0));
    return after(granting.ask(asking, found.get(), reader), found.get(), reader);
  }

  @PostMapping("/{id}/approve")
  @Needs(Duty.APPROVE)
  Screen approve(@PathVariable UUID file, @PathVariable UUID id, SignedIn reader) {
    Optional<CaseFile> found = mine(file, Duty.APPROVE, reader).filter(CaseFile::isReadable);
    return found
        .flatMap(one -> asking(id, one))
        .map(asking -> after(granting.approve(asking.id(), reader), found.get(), reader))
        .orElse(new Absent());
  }

  @PostMapping("/{id}/refuse")
  @Needs(Duty.APPROVE)
  Screen refuse(
      @PathVariable UUID file,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String answer,
      SignedIn reader) {
    Optional<CaseFile> found = mine(file, Duty.APPROVE, reader);
    Optional<Asking> asking = found.flatMap(one -> asking(id, one));
    if (asking.isEmpty()) {
      return new Absent();
    }
    Problems problems = new Problems();
    String why = Typed.required("answer-" + id, answer, MOST_WORDS, problems);
    return problems.none()
        ? after(granting.refuse(asking.get().id(), why, reader), found.get(), reader)
        : page(found.get(), form(null, ""), problems, reader);
  }

  @PostMapping("/{id}/withdraw")
  @Needs(Duty.REFER)
  Screen withdraw(@PathVariable UUID file, @PathVariable UUID id, SignedIn reader) {
    Optional<CaseFile> found = mine(file, Duty.REFER, reader);
    return found
        .flatMap(one -> asking(id, one))
        .filter(asking -> asking.author().equals(reader.id()))
        .map(asking -> after(granting.withdraw(asking.id(), reader), found.get(), reader))
        .orElse(new Absent());
  }

  private Screen after(Granting.Outcome outcome, CaseFile file, SignedIn reader) {
    return switch (outcome) {
      case Granting.Outcome.Done done -> new Go("/cases/" + file.id().value() + "/proof");
      case Granting.Outcome.Stale stale -> problem(file, "proof.problem.stale", reader);
      case Granting.Outcome.OwnWish own -> problem(file, "proof.problem.own-wish", reader);
    };
  }

  private Screen problem(CaseFile file, String words, SignedIn reader) {
    return page(file, form(null, ""), new Problems().add("act", words), reader);
  }

  /// The file itself, to whoever asked for it and while it is approved.
  @PostMapping("/{id}/file")
  @Needs(Duty.REFER)
  @Nullable Screen download(
      @PathVariable UUID file, @PathVariable UUID id, SignedIn reader, HttpServletResponse to)
      throws IOException {
    Optional<CaseFile> found = mine(file, Duty.REFER, reader).filter(CaseFile::isReadable);
    Optional<Asking> asking =
        found.flatMap(one -> asking(id, one)).filter(one -> one.author().equals(reader.id()));
    if (asking.isEmpty()) {
      return new Absent();
    }
    if (!asking.get().isOpen(clock.instant())) {
      return problem(found.get(), "proof.problem.stale", reader);
    }
    Optional<CourtBundle> bundle = bundles.of(file, Set.copyOf(asking.get().letters()));
    if (bundle.isEmpty()) {
      return problem(found.get(), "proof.problem.not-yet", reader);
    }
    byte[] bytes = bundle.get().write().getBytes(StandardCharsets.US_ASCII);
    if (!granting.handOut(asking.get().id(), Digest.of(bytes), reader)) {
      return problem(found.get(), "proof.problem.stale", reader);
    }
    String number = file.toString().substring(28).toUpperCase(Locale.ROOT);
    to.setContentType("text/plain;charset=us-ascii");
    to.setContentLength(bytes.length);
    to.setHeader(
        "Content-Disposition", "attachment; filename=\"" + CourtPage.fileName(number) + "\"");
    to.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    to.setHeader("Cache-Control", "no-store");
    to.getOutputStream().write(bytes);
    return null;
  }
}

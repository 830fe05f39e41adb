package org.sampan.referrals;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sampan.accounts.Access;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.Offices;
import org.sampan.accounts.SignedIn;
import org.sampan.attachments.Holder;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.consents.Recipient;
import org.sampan.exchange.Peers;
import org.sampan.vault.Vault;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a referral is written, from the case it is about, and who may see the papers beside it.
@Controller
class ReferDesk implements Holder {

  private final Cases cases;
  private final Referrals referrals;
  private final Preparing preparing;
  private final Peers peers;
  private final Offices offices;
  private final Accounts accounts;
  private final Shown shown;
  private final Vault vault;
  private final String node;
  private final String country;

  ReferDesk(
      Cases cases,
      Referrals referrals,
      Preparing preparing,
      Peers peers,
      Offices offices,
      Accounts accounts,
      Shown shown,
      Vault vault,
      @Value("${sampan.node}") String node,
      @Value("${sampan.country}") String country) {
    this.cases = cases;
    this.referrals = referrals;
    this.preparing = preparing;
    this.peers = peers;
    this.offices = offices;
    this.accounts = accounts;
    this.shown = shown;
    this.vault = vault;
    this.node = node;
    this.country = country;
  }

  @GetMapping("/cases/{file}/refer")
  @Needs(Duty.REFER)
  Screen begin(@PathVariable UUID file, SignedIn reader) {
    Language language =
        accounts.find(reader.id()).map(account -> account.language()).orElse(Language.ENGLISH);
    ReferPage.Form fresh = ReferPage.Form.fresh(UuidCreator.getTimeOrderedEpoch(), language);
    return mine(new CaseFile.Id(file), reader)
        .<Screen>map(one -> page(one, Optional.empty(), fresh, new Problems(), reader))
        .orElse(new Absent());
  }

  @PostMapping("/cases/{file}/refer")
  @Needs(Duty.REFER)
  Screen make(
      @PathVariable UUID file, @RequestParam MultiValueMap<String, String> typed, SignedIn reader) {
    Optional<CaseFile> found = mine(new CaseFile.Id(file), reader);
    ReferPage.Form form = ReferPage.Form.of(typed);
    Optional<UUID> id = Typed.identifier(form.id()).filter(one -> one.version() == 7);
    if (found.isEmpty() || id.isEmpty()) {
      return new Absent();
    }
    Problems problems = new Problems();
    Referral.Id number = new Referral.Id(id.get());
    return form.parsed(choices(reader), country, problems)
        .<Screen>map(terms -> {
          Referral draft = preparing.fresh(number, found.get(), terms, reader);
          preparing.make(draft, terms.agreement().isEmpty() ? form.noAgreement() : "", reader);
          return new Go("/referrals/" + number.value());
        })
        .orElseGet(() -> page(found.get(), Optional.empty(), form, problems, reader));
  }

  @GetMapping("/referrals/{id}/change")
  @Needs(Duty.REFER)
  Screen change(@PathVariable UUID id, SignedIn reader) {
    return changeable(new Referral.Id(id), reader)
        .<Screen>map(work -> {
          String none = noAgreement(work.referral());
          ReferPage.Form form = ReferPage.Form.of(work.referral(), none);
          return page(work.file(), Optional.of(work.referral()), form, new Problems(), reader);
        })
        .orElse(new Absent());
  }

  @PostMapping("/referrals/{id}/change")
  @Needs(Duty.REFER)
  Screen changed(
      @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, SignedIn reader) {
    Optional<Work> found = changeable(new Referral.Id(id), reader);
    if (found.isEmpty()) {
      return new Absent();
    }
    Referral stands = found.get().referral();
    ReferPage.Form form = ReferPage.Form.of(typed);
    Problems problems = new Problems();
    Optional<Referral.Terms> terms = form.parsed(choices(reader), country, problems);
    if (terms.isPresent()) {
      boolean fresh = form.basedOn().equals("" + stands.version());
      String none = terms.get().agreement().isEmpty() ? form.noAgreement() : "";
      if (fresh
          && preparing.change(stands, terms.get(), none, reader)
              instanceof Preparing.Outcome.Done) {
        return new Go(stands.path());
      }
      problems.add("basedOn", "referrals.problem.stale");
    }
    return page(found.get().file(), Optional.of(stands), form, problems, reader);
  }

  @Override
  public Optional<Held> papersOf(UUID record, SignedIn reader) {
    return referrals
        .find(new Referral.Id(record))
        .flatMap(referral ->
            cases
                .find(referral.caseFile(), reader)
                .filter(CaseFile::isReadable)
                .map(file ->
                    new Held(
                        referral.person().value(),
                        file.id().value(),
                        referral.state().open() && mayRefer(file, reader),
                        Shown.papers(),
                        referral.path())));
  }

  /// A draft and the case it is about.
  private record Work(Referral referral, CaseFile file) {}

  private Optional<Work> changeable(Referral.Id id, SignedIn reader) {
    return referrals
        .find(id)
        .filter(referral -> referral.state().open())
        .flatMap(
            referral -> mine(referral.caseFile(), reader).map(file -> new Work(referral, file)));
  }

  private Optional<CaseFile> mine(CaseFile.Id id, SignedIn reader) {
    return cases.find(id, reader).filter(file -> mayRefer(file, reader));
  }

  static boolean mayRefer(CaseFile file, SignedIn reader) {
    return file.isReadable()
        && file.state().status().isOpen()
        && reader.access(Duty.REFER, file.holding()) == Access.BY_DUTY;
  }

  private String noAgreement(Referral referral) {
    return referrals.sealed(referral, vault.open(referral.person().value())).noAgreement();
  }

  private ReferPage page(
      CaseFile file,
      Optional<Referral> stands,
      ReferPage.Form form,
      Problems problems,
      SignedIn reader) {
    boolean stale = !problems.of("basedOn").isEmpty();
    return new ReferPage(
        file,
        stands.orElse(null),
        stale ? stands.map(Referral::terms).orElse(null) : null,
        choices(reader),
        form,
        problems,
        shown);
  }

  /// Offices of other countries that take referrals, and our own other offices.
  private ReferPage.Choices choices(SignedIn reader) {
    List<Recipient> to = new ArrayList<>();
    for (Peers.Addressee office : peers.offices(Sending.REQUEST)) {
      to.add(new Recipient(office.country(), office.node(), office.code()));
    }
    offices.all().stream()
        .filter(office -> !office.id().equals(reader.office().id()))
        .map(office -> new Recipient(country, node, office.code()))
        .forEach(to::add);
    List<Peers.Agreement> ours =
        peers.agreements().stream().filter(one -> one.parties().contains(country)).toList();
    return new ReferPage.Choices(to, ours);
  }
}

package org.sampan.consents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sampan.accounts.Access;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Duty;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.vault.Vault;
import org.springframework.stereotype.Component;

/// Reads what is sealed for somebody who may, and writes every look into the audit.
@Component
class Reading {

  private final Consents consents;
  private final Care care;
  private final Vault vault;
  private final Accounts accounts;
  private final Audit audit;

  Reading(Consents consents, Care care, Vault vault, Accounts accounts, Audit audit) {
    this.consents = consents;
    this.care = care;
    this.vault = vault;
    this.accounts = accounts;
    this.audit = audit;
  }

  Optional<Care.InCare> inCare(PersonId person, SignedIn reader) {
    return care.of(person, reader);
  }

  /// Her case, when the reader may write her answers down.
  Optional<Care.InCare> recordable(PersonId person, SignedIn reader) {
    return care.of(person, reader).filter(inCare -> mayRecord(inCare, reader));
  }

  static boolean mayRecord(Care.InCare inCare, SignedIn reader) {
    return reader.access(Duty.RECORD_CONSENT, inCare.holding()) == Access.BY_DUTY;
  }

  void seen(String act, UUID record, UUID caseFile, SignedIn reader) {
    audit.seen(reader.act(act).on(record).inCase(caseFile));
  }

  Consent.Spoken spoken(Consent consent) {
    return consents.spoken(consent, vault.open(consent.person().value()));
  }

  /// The reason of an overruling in words; empty when her key is gone.
  String explained(Overruling overruling) {
    return consents
        .overrulings()
        .explained(overruling, vault.open(overruling.person().value()))
        .orElse("");
  }

  List<Consent> answers(PersonId person) {
    return consents.of(person);
  }

  String name(Account.Id account) {
    return accounts.find(account).map(Account::name).orElse("");
  }
}

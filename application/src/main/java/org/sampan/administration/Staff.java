package org.sampan.administration;

import java.util.Optional;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.SignIns;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an administrator does to accounts and offices, each with its audit entry.
@Component
class Staff {

  private final Accounts accounts;
  private final Offices offices;
  private final SignIns signIns;
  private final Audit audit;

  Staff(Accounts accounts, Offices offices, SignIns signIns, Audit audit) {
    this.accounts = accounts;
    this.offices = offices;
    this.signIns = signIns;
    this.audit = audit;
  }

  /// Adds a person and invites her.
  ///
  /// @return the token of her one-time link; none when the same form was sent before or somebody
  ///   else has the sign-in name
  @Transactional
  public Optional<String> add(Account account, SignedIn by) {
    return accounts.add(account, by.act("accounts.account.added"))
        ? Optional.of(signIns.invite(account.id(), by.act("accounts.account.invited")))
        : Optional.empty();
  }

  /// A new one-time link for somebody who lost hers, or her phone, or her password.
  @Transactional
  public String inviteAgain(Account.Id account, SignedIn by) {
    return signIns.invite(account, by.act("accounts.account.invited"));
  }

  /// Keeps somebody out from her next page on. Nobody closes her own account.
  ///
  /// @return false when it is her own
  @Transactional
  public boolean close(Account.Id account, SignedIn by) {
    if (account.equals(by.id())) {
      return false;
    }
    accounts.setActive(account, false, by.act("accounts.account.closed"));
    return true;
  }

  /// Lets somebody in again.
  @Transactional
  public void reopen(Account.Id account, SignedIn by) {
    accounts.setActive(account, true, by.act("accounts.account.reopened"));
  }

  /// Adds an office, and its agency when that is new.
  @Transactional
  public void add(Office office, Optional<Agency> newAgency, SignedIn by) {
    newAgency.ifPresent(agency -> {
      offices.add(agency);
      audit.write(by.act("accounts.agency.added").on(agency.id().value()));
    });
    offices.add(office);
    audit.write(
        by.act("accounts.office.added").on(office.id().value()).with("code", office.code()));
  }
}

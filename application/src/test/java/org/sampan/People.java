package org.sampan;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Act;
import org.sampan.web.Language;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/// Invented people for tests: each call makes new ones.
@Component
public class People {

  private final Offices offices;
  private final Accounts accounts;

  People(Offices offices, Accounts accounts) {
    this.offices = offices;
    this.accounts = accounts;
  }

  /// A new office of a new agency.
  @Transactional
  public Office office() {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Agency agency =
        new Agency(
            new Agency.Id(UuidCreator.getTimeOrderedEpoch()),
            "กรมสวัสดิการ",
            "Department of Welfare");
    offices.add(agency);
    return office(agency.id(), id);
  }

  /// Another office of the same agency.
  @Transactional
  public Office officeBeside(Office first) {
    return office(first.agency(), UuidCreator.getTimeOrderedEpoch());
  }

  private Office office(Agency.Id agency, UUID id) {
    String code = "th-office-" + id.toString().substring(24);
    Office office =
        new Office(
            new Office.Id(id),
            agency,
            code,
            "สำนักงานจังหวัด",
            "Provincial Office",
            ZoneId.of("Asia/Bangkok"));
    offices.add(office);
    return office;
  }

  /// Somebody with these roles in this office.
  @Transactional
  public SignedIn with(Office office, Role... roles) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Set<Role> all = EnumSet.noneOf(Role.class);
    all.addAll(Set.of(roles));
    Account account =
        new Account(
            new Account.Id(id),
            "somebody-" + id.toString().substring(24),
            "Somchai Invented",
            office.id(),
            all,
            Language.ENGLISH,
            true);
    accounts.add(account, Act.of("accounts.account.added"));
    return new SignedIn(account.id(), account.name(), office, all);
  }

  /// Somebody with these roles in an office of her own.
  @Transactional
  public SignedIn with(Role... roles) {
    return with(office(), roles);
  }

  /// For MockMvc: the request comes from her.
  public static RequestPostProcessor as(SignedIn somebody) {
    return SecurityMockMvcRequestPostProcessors.user(somebody.id().value().toString());
  }
}

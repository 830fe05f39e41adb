package org.sampan.administration;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Optional;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.SignedIn;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The pages by which an administrator keeps agencies and offices.
@Controller
class OfficesDesk {

  private final Offices offices;
  private final Staff staff;

  OfficesDesk(Offices offices, Staff staff) {
    this.offices = offices;
    this.staff = staff;
  }

  @GetMapping("/offices")
  @Needs(Duty.ADMINISTER)
  Screen list() {
    return new OfficesPage(offices.all(), offices.agencies());
  }

  @GetMapping("/offices/new")
  @Needs(Duty.ADMINISTER)
  Screen newOffice(SignedIn reader) {
    return new NewOfficePage(
        NewOffice.empty(UuidCreator.getTimeOrderedEpoch(), reader.office().zone()),
        offices.agencies(),
        new Problems());
  }

  @PostMapping("/offices")
  @Needs(Duty.ADMINISTER)
  Screen add(NewOffice typed, SignedIn reader) {
    List<Agency> agencies = offices.agencies();
    return switch (typed.parsed(agencies, offices.all(), UuidCreator.getTimeOrderedEpoch())) {
      case NewOffice.Wrong(Problems problems) -> new NewOfficePage(typed, agencies, problems);
      case NewOffice.Valid(Office office, Optional<Agency> newAgency) -> {
        if (offices.find(office.id()).isEmpty()) {
          staff.add(office, newAgency, reader);
        }
        yield new Go("/offices");
      }
    };
  }
}

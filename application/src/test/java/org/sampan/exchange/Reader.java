package org.sampan.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import org.sampan.People;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.Role;
import org.sampan.accounts.SignedIn;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// Somebody at one of the two nodes, with a browser.
record Reader(NodeInTest node, SignedIn she) {

  /// Whoever has this account.
  static Reader of(NodeInTest node, Account.Id id) {
    Account account = node.bean(Accounts.class).find(id).orElseThrow();
    Office office = node.bean(Offices.class).find(account.office()).orElseThrow();
    return new Reader(node, new SignedIn(id, account.name(), office, account.roles()));
  }

  /// Somebody of the node's office with this role.
  static Reader with(NodeInTest node, Role role) {
    return of(node, node.somebody(role));
  }

  /// Somebody of an office of another agency.
  static Reader elsewhere(NodeInTest node, Role role) {
    Office office = node.newOffice(node.officeCode() + "-" + UuidCreator.getTimeOrderedEpoch());
    return of(node, node.somebody(role, office));
  }

  /// What her browser gets for this request.
  MockHttpServletResponse asks(MockHttpServletRequestBuilder request) throws Exception {
    return MockMvcBuilders.webAppContextSetup((WebApplicationContext) node.context)
        .apply(SecurityMockMvcConfigurers.springSecurity())
        .build()
        .perform(request.with(People.as(she)))
        .andReturn()
        .getResponse();
  }
}

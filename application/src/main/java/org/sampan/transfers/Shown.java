package org.sampan.transfers;

import org.sampan.accounts.Accounts;
import org.sampan.casework.RiverSource;
import org.sampan.consents.Recipient;
import org.sampan.consents.Recipients;
import org.sampan.exchange.Peers;
import org.sampan.web.Frame;
import org.sampan.web.Typed;
import org.springframework.stereotype.Component;

/// What offices, codes and people are called.
@Component
class Shown {

  private final Peers peers;
  private final Recipients recipients;
  private final Accounts accounts;

  Shown(Peers peers, Recipients recipients, Accounts accounts) {
    this.peers = peers;
    this.recipients = recipients;
    this.accounts = accounts;
  }

  /// An office of another country, its country with it.
  String office(Frame frame, Transfer.Other other) {
    String country = peers.country(other.node()).orElse("");
    return country.isEmpty()
        ? other.office()
        : recipients.name(
            frame, new Recipient(country, other.node(), other.office()), frame.language());
  }

  /// Its bank of the river.
  RiverSource.Bank bank(Transfer.Other other) {
    return new RiverSource.Bank(
        peers.country(other.node()).orElse(""),
        reader -> peers.officeName(other.node(), other.office(), reader.tag()));
  }

  /// Why it was refused; the code itself where the other node knows more than we do.
  String refusal(Frame frame, String code) {
    return Typed.choice(Transfer.Refusal.class, code)
        .map(known -> frame.say(known.words()))
        .orElse(code);
  }

  String name(Transfer.By by) {
    return accounts.find(by.account()).map(account -> account.name()).orElse("");
  }
}

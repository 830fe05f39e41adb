package org.sampan.accounts;

import java.time.Instant;
import org.sampan.People;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody invented who can sign in: her account, her password and the secret on her phone.
///
/// @param name what she types to sign in
record Enrolled(Account.Id id, String name, String password, byte[] secret) {

  /// Enrols somebody new.
  static Enrolled somebody(
      People people, Accounts accounts, SignIns signIns, TransactionTemplate transaction) {
    SignedIn somebody = people.with(Role.FIRST_RESPONDER);
    byte[] secret = TimeCode.newSecret();
    String password = "river-stone-" + somebody.id().value().toString().substring(28);
    transaction.executeWithoutResult(_ -> signIns.enrol(somebody.id(), password, secret));
    String name = accounts.find(somebody.id()).orElseThrow().signInName();
    return new Enrolled(somebody.id(), name, password, secret);
  }

  Enrolled with(String another) {
    return new Enrolled(id, name, another, secret);
  }

  String codeAt(Instant now) {
    return TimeCode.at(secret, now);
  }

  /// Six digits that are not her code now, nor a moment before or after.
  String wrongCodeAt(Instant now) {
    for (int number = 0; ; number++) {
      String code = String.format(java.util.Locale.ROOT, "%06d", number);
      if (TimeCode.step(secret, code, now, 0).isEmpty()) {
        return code;
      }
    }
  }
}

/// Asks another office, of another country or of this one, to act for a person, and hears back.
///
/// Words: a *referral* is what we ask; *received* is what another office asks of us; the *extract*
/// is the smallest part of a case that a purpose needs and her consent covers, each line with the
/// reason why it goes or stays; a *step* is anything done to either; a *task* is one follow-up
/// given to one colleague; a *visit* is what she found; *feedback* is what of it goes back.
///
/// Rules: nothing is in an extract that her consent does not cover, and a person may only take away
/// from it; whoever wrote a referral never approves it, and what was approved is what is sent; the
/// receiving office decides, nobody else; free text stays as written, with its language, and a
/// translation has a name; a volunteer sees her task and nothing else; a withdrawn consent locks
/// the copy and its tasks.
///
/// Others use: nothing here; the river of a case is told through casework's `RiverSource`.
@ApplicationModule(
    allowedDependencies = {
      "web",
      "audit",
      "vault",
      "accounts",
      "places",
      "consents",
      "casework",
      "attachments",
      "exchange",
      "sealing"
    })
@NullMarked
package org.sampan.referrals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

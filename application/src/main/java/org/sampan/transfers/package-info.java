/// Hands a case over to the agency that already helps, and closes one that came from elsewhere.
///
/// Words: a *transfer* asks an office of another country, which accepted a referral of the case, to
/// hold the case from now on; the *holder* is whose case it is: ours until the other office
/// accepts, theirs from then on; a *closing* tells the office that once asked us that the work is
/// done, and its *outcome* in one code.
///
/// Rules: only under a consent of the person's own, for its purpose, and after somebody heard her
/// agree to the transfer itself; whoever writes one never approves it; the receiving office
/// decides, nobody else; a transfer and a closing carry codes, never a free text; an outcome her
/// consent does not cover is not told, only that it is closed; a withdrawn consent undoes what is
/// under way and gives a case back to whoever handed it over; acceptance beats taking back, a
/// withdrawal beats both.
///
/// Others use: nothing here. Codes: reasons from IOM's HTCDS 2.0 (reason for outgoing referral, CC
/// BY 4.0), outcomes from the closing reasons of Primero.
@ApplicationModule(
    allowedDependencies = {
      "web",
      "audit",
      "accounts",
      "consents",
      "casework",
      "exchange",
      "sealing"
    })
@NullMarked
package org.sampan.transfers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

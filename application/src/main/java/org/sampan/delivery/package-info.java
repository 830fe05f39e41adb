/// Shows people where messages to and from other countries stand, and lets them act on it.
///
/// Words: what *waits* was sealed and is not over there yet; *taken back* is what its author
/// cancelled while it waited; *put aside* is what came, right by its seal, and could not be taken;
/// a *saying* is the sentence for a code that nodes exchange.
///
/// Rules: nothing of what a message says is shown here; no code is shown to people, only its
/// sentence, and that says what happens next or what to do; whoever may take back, take or refuse
/// is asked by duty and by whose the message is; each such act is written to the audit.
///
/// Others use: nothing but the addresses `/delivery` and `/delivery/sent/ID`.
@ApplicationModule(allowedDependencies = {"web", "audit", "accounts", "trust", "exchange"})
@NullMarked
package org.sampan.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Keeps the people who work with Sampan: adds them, invites them, closes and reopens their
/// accounts; keeps offices; shows the grid of roles; lets each person see what is kept of her.
///
/// Words: an *invitation* is a one-time link, handed over by a person to a person, by which
/// somebody sets her own password and second factor; the *first administrator* is invited by the
/// node itself at its first start.
///
/// Rules: an administrator opens no case and reads no audit; nobody closes her own account; roles
/// of two compartments never meet in one account; a link is shown once and kept only as a digest.
///
/// Others use: nothing; accounts themselves live in `accounts`.
@ApplicationModule(allowedDependencies = {"web", "audit", "accounts"})
@NullMarked
package org.sampan.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

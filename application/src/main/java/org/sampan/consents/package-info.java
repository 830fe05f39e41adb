/// What a person allows to be told about her, to whom, and for what.
///
/// Words: a *scope* is one purpose, one recipient and the categories of data; a *consent* is her
/// answer to one scope (given or refused) as it was heard; a *withdrawal* takes it back; an
/// *overruling* goes past her answer for a stated reason, in a named person's name, and waits for
/// *review*; *authority* is what a message may leave under; *care* says whose case she is, told by
/// whoever keeps her case.
///
/// Rules: rows are only ever added; her latest word counts, and a refusal or withdrawal beats every
/// overruling made before it; a consent that covers less than what is to be sent covers nothing;
/// whoever made an overruling never reviews it; names of witnesses, what is withheld and why are
/// sealed under her key.
///
/// Others use: [Consents] to ask, [ConsentWithdrawn] and [OverrulingEnded] to obey, [Care] and
/// [Reachable] to tell.
@ApplicationModule(allowedDependencies = {"web", "audit", "vault", "accounts"})
@NullMarked
package org.sampan.consents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

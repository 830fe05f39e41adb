/// Interviews by indicator set, and what they show.
///
/// Words: a *screening* is one interview of one person by one version of a set; a *part* is one
/// page of it (a dimension, or the acts); an *entry* is an answer or a note as somebody gave it;
/// the *sheet* is all entries and which of them stand; a *finding* is what the library reads from
/// them, kept with its input, reading and proof.
///
/// Rules: no entry is ever changed, a later one stands instead of those its writer saw, so two
/// devices that answer apart leave two standing answers and a person chooses; an answer in dispute
/// counts as unknown; a result says "possible" and never stands before first help; free text is
/// sealed under the person's key, made when the screening starts and taken over by her case.
///
/// Others use: [Screenings], [Screening], [ScreeningSummary].
@ApplicationModule(allowedDependencies = {"accounts", "audit", "vault", "web"})
@NullMarked
package org.sampan.screenings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

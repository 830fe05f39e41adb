/// Lets an auditor see who did and looked at what, and why, and whether anything was altered since.
///
/// Words: the *trail* is the audit read newest first; a *check* recomputes the whole chain of the
/// audit and says whether every entry still is what it was.
///
/// Rules: the trail shows colleagues by name and everybody else by identifier only; it opens no
/// case; whoever reads it is written down in it; every act has its words in seven languages and its
/// row in `guides/audit-events.csv`.
///
/// Others use: nothing.
@ApplicationModule(allowedDependencies = {"web", "audit", "accounts"})
@NullMarked
package org.sampan.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// People who work with Sampan: their agencies and offices, their roles, how they sign in.
///
/// Words: an *account* belongs to one person in one *office* of one *agency*; a *role* says what
/// she is there for; a *duty* is one thing a role may do, with a *reach* (her own records, those
/// given to her, her office's, her agency's, the node's); a *compartment* (protection, justice,
/// registry, statistics) is a wall that no role crosses; a *holding* says whose a record is.
///
/// Rules: deny by default: a route that names no duty is closed; what a role may do stands in one
/// readable grid, `grid.csv`; wider reach than duty gives is possible only with a purpose, and
/// logged; a wrong name, a wrong password, a wrong code and a locked account look the same.
///
/// Others use: [SignedIn], [Needs], [Duty], [Holding], [Access], [Accounts], [Offices], [Waiting].
@ApplicationModule(allowedDependencies = {"web", "audit", "vault"})
@NullMarked
package org.sampan.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

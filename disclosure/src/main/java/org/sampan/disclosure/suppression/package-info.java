/// Tables for ministries that must have them: small counts withheld, and enough others with them.
///
/// A *cell* is a count at some level of some *axes*, totals included; tables that share a total
/// share its cell, so *linked tables* are protected together. A count above zero and below the
/// threshold is *primary*: it is withheld. Alone that is worthless, because totals give it back; so
/// *secondary* cells are withheld until, for each primary cell, there are other tables of whole
/// people that agree with everything published and in which the cell is larger, and smaller, by its
/// *protection*. Each such table is kept as a *witness* and checked in whole numbers: the proof
/// does not rest on a solver's arithmetic. [SuppressionAudit] is the attacker: it finds by linear
/// programs the least and most each withheld cell can be. A zero is public
/// ([Protection#zerosKnown]) or withheld like any count. What this does not stop: a reader who
/// knows some of the people behind a cell.
@NullMarked
package org.sampan.disclosure.suppression;

import org.jspecify.annotations.NullMarked;

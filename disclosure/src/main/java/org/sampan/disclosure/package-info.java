/// What may be published about people, and synthetic twins of what may not.
///
/// A [Plan] is written before data is opened: the public domain, epsilon and delta, how the loss is
/// divided, who approved it. [Publishing] turns a plan and records into a [Release]: aggregates
/// (whole numbers, each with an interval and a status) and synthetic rows that agree with them, and
/// a [Statement] of what was lost, what neighbours means and what earlier releases spent, which
/// goes on every output. The loss is first entered in the ledger; a plan that does not fit is
/// refused. A release holds no record and no person; whatever is done with it later loses nothing
/// more. Rules: only this package and `measuring` see records; every page for strangers is drawn
/// from releases. Read disclosure/README.md for the guarantee in plain words.
@NullMarked
package org.sampan.disclosure;

import org.jspecify.annotations.NullMarked;

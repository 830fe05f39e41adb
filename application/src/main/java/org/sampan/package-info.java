/// A node: one flat package a capability, and here only what starts them.
///
/// Words: a *setting* is what an operator sets, in the environment (`SAMPAN_COUNTRY=TH`) or in one
/// file of such lines; all of them stand in [Setting]. A *copy* is a whole node in one encrypted
/// file ([NodeCopy]).
///
/// Rules: what an operator can mend is an [OperatorRefusal] or a refusal of the database, and she
/// sees it as one line; a node put back from a copy carries the mark `restored`, which keeps it
/// silent until each peer has told it where it stands.
@NullMarked
package org.sampan;

import org.jspecify.annotations.NullMarked;

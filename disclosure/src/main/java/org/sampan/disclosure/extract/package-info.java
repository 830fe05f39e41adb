/// The k-anonymised extract: rows about people for a partner under an agreement.
///
/// The *person* is a row: her records are joined first, and where they disagree the cell says less.
/// A cell climbs its public *generalisation tree* until enough people look alike; at the top it is
/// *withheld* (`*`). A [Promise] says what holds: k over *whole rows* (everybody looks exactly like
/// k-1 others), or k over *combinations* (whatever up to R attributes a reader knows, k people have
/// them); and *diversity*, so that a group of k does not all share the one secret. The search never
/// refuses: past its budget of patterns it publishes less. [ExtractAudit] recounts a finished
/// extract and shares no code with the search. k-anonymity is for one release: [Differencing]
/// compares two, and refuses the pair in which fewer than k people make a difference. None of this
/// is differential privacy; who knows more than the release shows can still learn from it.
@NullMarked
package org.sampan.disclosure.extract;

import org.jspecify.annotations.NullMarked;

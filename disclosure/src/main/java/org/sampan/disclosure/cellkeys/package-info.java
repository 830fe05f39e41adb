/// Counts for partners' tables inside, each moved a little, always the same way for the same
/// people.
///
/// Every person has a *record key*: an HMAC of her identifier under a secret of the house. A cell's
/// key is the sum of its people's keys, so it depends on who is in the cell and on nothing else.
/// The *p-table* turns count and key into a small whole number that is added. So asking the same
/// thing again, by any route, gives the same answer and averages nothing out; zeros stay zeros; the
/// noise is bounded, its mean is 0. The method is the Australian Bureau of Statistics' (Fraser and
/// Wooton 2005; Thompson, Broadfoot and Elazar 2013). It *blunts* differencing and proves nothing:
/// whoever subtracts two cells that differ by one person learns something, sometimes all. Totals do
/// not add up. Where a guarantee is needed, use differential privacy.
@NullMarked
package org.sampan.disclosure.cellkeys;

import org.jspecify.annotations.NullMarked;

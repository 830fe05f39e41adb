/// What a clever reader would try on a release, run before she does.
///
/// Sixteen *attacks*, numbered as in the study behind this library; each gives a [Finding]: it
/// *held*, it *fell*, or it was *not run* and why. Some read a [PublishedFolder] as anybody can
/// ([FolderAttacks]); some play a game many times against the mechanism with the loss the release
/// states ([MechanismAttacks]); some need what only the house has, the people in the data and
/// people like them who are not ([InsideAttacks]). [RoundedTables] is today's practice, kept as the
/// positive control: an attack that does not succeed there proves nothing by failing here. Holding
/// out against these is no guarantee; the guarantee is differential privacy's, and these look for
/// mistakes in it.
@NullMarked
package org.sampan.disclosure.attacks;

import org.jspecify.annotations.NullMarked;

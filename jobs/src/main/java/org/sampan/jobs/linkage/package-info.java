/// `./sampan link`: which rows of one or two tables are one person, and how sure are we?
///
/// Words: the *identifier* names a row and is never compared, blocked on or learned from; the
/// *truth*, where it is known, says which rows really are one person, and only measures; a *ruling*
/// is what a person decided about a pair, and outweighs every score; the *floor* is the evidence
/// from which a pair is written down; the *review* holds the pairs that are hardest to tell.
///
/// Rules: nothing is decided about people here: pairs and clusters are proposals; memory is said
/// before the run and bounded; every file appears whole or not at all; results go to standard
/// output and files, progress to standard error; the last line is JSON.
///
/// Others use `Link`.
@NullMarked
package org.sampan.jobs.linkage;

import org.jspecify.annotations.NullMarked;

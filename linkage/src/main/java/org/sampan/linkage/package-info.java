/// Which records are one person, and how sure are we?
///
/// A record store holds the records of one or two *sources*, dictionary-coded. A [Model] says which
/// columns are compared as what *kind*, with a chance *m* (among records of one person) and *u*
/// (among others) for every *level* of agreement; a *pass* is a set of keys that two records must
/// share to be compared at all. Evidence is counted in *bits*: log2(m/u) a field, summed, the prior
/// odds included; 0 bits are even odds (Fellegi and Sunter 1969). [ModelWizard] proposes a model,
/// [Linkage] learns it without labels (EM), scores, explains and clusters. Rules: an identifier is
/// never compared; the result is the same whatever the number of threads; no chain of matches joins
/// two records that rule each other out; a person, never this library, decides a merge.
@NullMarked
package org.sampan.linkage;

import org.jspecify.annotations.NullMarked;

/// How close synthetic rows come to the real ones, and how much they give away.
///
/// These measures read real records, so they are for inside the house: a release prints none of
/// them. *k-marginal* is NIST's score over pairs of variables, 1000 where all tables agree. A
/// *combination* is one to three answers of different variables; blanks, "no" and "not asked" are
/// no answers. Combinations are *shared* by both sides, *suppressed* (only real) or *fabricated*
/// (only synthetic); a *rare* one is held by few people and is *leaked* where it comes out. The
/// *attacks* ask whether rows tell who was in the data ([Membership]), what she answered
/// ([AttributeInference]), and how much a mechanism lost in fact ([Canaries]); each is read beside
/// people who were not in the data.
@NullMarked
package org.sampan.disclosure.evaluation;

import org.jspecify.annotations.NullMarked;

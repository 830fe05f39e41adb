/// What is compared and what agreement says: a model of linkage as values and as a JSON file.
///
/// A *field* is a column compared as a *kind*; each kind has *levels* of agreement, strongest
/// first, and each level a chance *m* among records of one person and *u* among others. A *pass* is
/// a set of *keys* (a field and a *cut* of its value) that two records must share to be compared.
/// Start with [ModelWizard]; read and write with [Model#parse] and [Model#toJson]. Rules: every
/// chance lies above 0; every name a pass or a crossing uses is a field. This package knows of no
/// record.
@NullMarked
package org.sampan.linkage.model;

import org.jspecify.annotations.NullMarked;

/// Records as linkage holds them: columns of codes, each distinct value stored once.
///
/// A [RecordStore] is filled by its *builder*, record by record, those of *source* 0 first. A
/// *code* is the number of a distinct value in its column's *dictionary*; 0 is the missing value.
/// Rules: blanks at the ends of a value do not count, a value longer than 4,096 bytes is cut; an
/// identifier is kept apart from the columns and is never compared. This package knows of no model.
@NullMarked
package org.sampan.linkage.record;

import org.jspecify.annotations.NullMarked;

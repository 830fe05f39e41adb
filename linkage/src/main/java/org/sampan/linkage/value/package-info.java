/// How one written value is read and how two are compared, field by field.
///
/// A *symbol* is one letter folded to a byte; a *bag* is a 64-bit summary of which symbols occur,
/// from which a ceiling on similarity follows without looking at the letters. A *reading* of a date
/// packs digits and doubts in one long. Everything here is a pure function of values; nothing knows
/// of records, models or chances. Used only by the engine beside it.
@NullMarked
package org.sampan.linkage.value;

import org.jspecify.annotations.NullMarked;

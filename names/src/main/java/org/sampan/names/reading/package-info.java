/// How one written character may be read aloud, and how clerks then spell it in Latin letters.
///
/// A *reading* is one Latin spelling with its probability and the *system* it belongs to, such as
/// "pinyin" or "hokkien". Tables of characters give lists of readings; the lattice weighs them.
/// Rules: the probabilities of one character's readings add up to at most one; a reading is
/// lower-case a to z without marks.
@NullMarked
package org.sampan.names.reading;

import org.jspecify.annotations.NullMarked;

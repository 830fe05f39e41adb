/// What the marks of a script mean before it is read: the normal form of each script's text.
///
/// A *normal form* drops what no Latin spelling shows (tone marks, joiners), resolves marks that
/// can be typed in two ways, and changes digits to 0 to 9. *Zawgyi* is the font encoding of older
/// Burmese sources; it is changed to Unicode here and only when the source is known to use it.
/// Rules: the name itself is never changed, only the copy that is compared; every string is
/// accepted.
@NullMarked
package org.sampan.names.script;

import org.jspecify.annotations.NullMarked;

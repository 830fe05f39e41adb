/// Reads Vietnamese names however they were typed: with all marks, half of them, none, or with what
/// an input method left behind (Telex `Nguyeenx`, VNI `Nguye64n`, VIQR `Nguye^~n`).
///
/// A *syllable* is what stands between spaces; it has *letters* (with đ ă â ê ô ơ ư), a *tone* and
/// its *bare* form in ASCII. The *family name* comes first or, abroad, last; *middle names* are
/// often dropped. Rules: composed and decomposed marks, old and new places of the tone (hòa, hoà)
/// are the same; a mark that is absent says little, a mark that contradicts says much; what is
/// common, as Nguyễn, weighs little. Nothing throws on any string.
@NullMarked
package org.sampan.names.vietnamese;

import org.jspecify.annotations.NullMarked;

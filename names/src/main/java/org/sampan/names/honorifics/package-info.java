/// Sets titles, ranks, kinship words and signs of ethnicity apart from a written name, and keeps
/// them as evidence.
///
/// An *honorific* is a row of `honorifics.csv`: its form, script and language, where it stands,
/// what it says of sex and age, and whether it may be part of the name itself, as Burmese *Maung*
/// or Shan *Nang* are for many. A name is *split* into its *name*, without what is certainly no
/// part of it, and its *core*, without what may be none either; both are pieces of what was
/// written, in its own letters. Rules: nothing is lost, each honorific is given back as it was
/// written; a name is never emptied; a linguist extends the table, not the code. Nothing throws on
/// any string.
@NullMarked
package org.sampan.names.honorifics;

import org.jspecify.annotations.NullMarked;

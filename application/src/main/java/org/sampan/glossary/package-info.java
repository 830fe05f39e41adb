/// The words of the field, explained plainly in seven languages, two of them side by side.
///
/// Words: a *term* is one word of the field with its name and its explanation; its *source* is the
/// treaty, agreement, standard or guide the word comes from, or Sampan itself. The *beside*
/// language is the second one a reader chose. *Folded* is a text without what people write
/// differently: case, accents of Latin letters, spaces, traditional characters.
///
/// Rules: an explanation is our own words, never the text of a law, and says nothing its source
/// does not carry; a term is found by its name in any language; nothing is kept of who looked.
///
/// Others use: nothing but the address `/glossary#TERM`.
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package org.sampan.glossary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Reads names in Han characters and finds them again in Latin letters, as clerks and bearers of
/// many tongues write them.
///
/// A *reading system* is a tongue with a habit of spelling: 陳 is Chen, Chan, Tan, Chin or Tran. A
/// character's *readings* are its spellings in all systems, each with its probability. A Han name
/// is a *surname* of one or two characters and a *given name*; one of another shape is a
/// *transcription*, which follows the sound of a foreign name. The answer is in bits, with the
/// characters that met letters. Rules: simplified and traditional forms are one character; one
/// system through a whole name is likelier than a mixture, never the only possibility; a name
/// without a table still meets its pinyin; nothing throws on any string.
@NullMarked
package org.sampan.names.han;

import org.jspecify.annotations.NullMarked;

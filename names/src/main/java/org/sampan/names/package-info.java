/// Do two spellings, in two scripts, name one person or place?
///
/// A *name* is read once and kept as it was written; nothing is ever converted. Its *parts* are
/// what stands between spaces; *honorifics* are set apart but stay evidence. A part in a native
/// script becomes a *lattice* of the Latin spellings people give it, each with its probability. The
/// answer is in *bits*: the base-2 logarithm of how much likelier the two forms are if they name
/// the same person than if they do not, so that it adds to the other fields of a record (Fellegi
/// and Sunter 1969). Rules: the same inputs always give the same bits; the order of parts and of
/// the two names never matters; no string makes it throw.
@NullMarked
package org.sampan.names;

import org.jspecify.annotations.NullMarked;

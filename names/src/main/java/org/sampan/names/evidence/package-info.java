/// What a comparison of two names answers: bits, and what they are made of.
///
/// *Bits* are the base-2 logarithm of how much likelier the pair is if both names are one person's
/// than if they are not; 0 says nothing, below 0 speaks against. A *segment* is a piece of either
/// name that met a piece of the other, or none, with its share of the bits. Rule: the segments of
/// an answer add up to its bits.
@NullMarked
package org.sampan.names.evidence;

import org.jspecify.annotations.NullMarked;

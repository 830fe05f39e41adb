/// What no honest node would send, made in any number.
///
/// Words: a [org.sampan.chaos.inputs.Bent] text has something out of place;
/// [org.sampan.chaos.inputs.SealedInputs] are bent first, then signed with a true key and sealed to
/// the addressee by the Forger, so that they reach what stands behind cryptography.
///
/// Rules: everything random comes from the generator that is handed in, so that a seed and a turn
/// name an input; nothing here knows of nodes or trials.
///
/// Used by the trial of fuzzed inputs, one package above.
@NullMarked
package org.sampan.chaos.inputs;

import org.jspecify.annotations.NullMarked;

/// What pairs teach: the chances of a model, its passes, its threshold and how complete it is.
///
/// [RandomPairs] tell how two people look beside each other, the candidate pairs of a scan how one
/// person does; [Estimation] parts the two by expectation and maximisation. [PassChoice] picks the
/// passes that find what was found likely, [Expectation] the threshold, and [Coverage] tells what
/// the passes are thought to miss. Nothing here sees a label, and every sum is of whole numbers or
/// in a fixed order, so that the number of threads does not show.
@NullMarked
package org.sampan.linkage.learning;

import org.jspecify.annotations.NullMarked;

/// `./sampan exchange export` and `import`: messages on a stick.
///
/// The work is the running node's own, so that what comes by stick goes the way of what comes by
/// wire; the command finds the node by the file `running` in its folder, which only the node's own
/// user can read, and says what became of it. Refusals are one line.
///
/// Others use: [ExchangeCommand].
@NullMarked
package org.sampan.jobs.bundles;

import org.jspecify.annotations.NullMarked;

/// Envelopes and receipts that two nodes and any court can check off line.
@NullMarked
package org.sampan.sealing;

import org.jspecify.annotations.NullMarked;

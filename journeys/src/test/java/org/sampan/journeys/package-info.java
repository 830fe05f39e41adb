/// A real browser walks through two real nodes, as people would.
@NullMarked
package org.sampan.journeys;

import org.jspecify.annotations.NullMarked;

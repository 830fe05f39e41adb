/// Tests of interviews: what stands when two people answer, and the pages on a real node.
@NullMarked
package org.sampan.screenings;

import org.jspecify.annotations.NullMarked;

/// Tests of places on the map.
@NullMarked
package org.sampan.linkage.places;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.sampan.sealing.parcel;

import org.jspecify.annotations.NullMarked;

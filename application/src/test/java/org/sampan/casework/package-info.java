@NullMarked
package org.sampan.casework;

import org.jspecify.annotations.NullMarked;

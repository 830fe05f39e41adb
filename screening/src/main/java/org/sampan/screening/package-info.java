/// What an interview shows, by published indicator sets.
@NullMarked
package org.sampan.screening;

import org.jspecify.annotations.NullMarked;

/// The house rules as tests, and what tests of a whole node share.
@NullMarked
package org.sampan;

import org.jspecify.annotations.NullMarked;

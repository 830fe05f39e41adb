/// Tests of how single values are read and compared.
@NullMarked
package org.sampan.linkage.value;

import org.jspecify.annotations.NullMarked;

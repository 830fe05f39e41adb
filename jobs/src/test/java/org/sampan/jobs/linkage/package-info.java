/// Tests of linking tables.
@NullMarked
package org.sampan.jobs.linkage;

import org.jspecify.annotations.NullMarked;

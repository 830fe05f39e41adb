/// Tests of the commands about trust.
@NullMarked
package org.sampan.jobs.node;

import org.jspecify.annotations.NullMarked;

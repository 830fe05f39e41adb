/// Tests of the commands of names.
@NullMarked
package org.sampan.jobs.names;

import org.jspecify.annotations.NullMarked;

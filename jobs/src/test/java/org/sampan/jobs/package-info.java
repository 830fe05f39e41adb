/// Tests of the launcher's commands, on real nodes and real files.
@NullMarked
package org.sampan.jobs;

import org.jspecify.annotations.NullMarked;

/// Tests of tables in files.
@NullMarked
package org.sampan.jobs.tables;

import org.jspecify.annotations.NullMarked;

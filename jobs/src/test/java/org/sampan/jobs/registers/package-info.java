/// Tests of invented registers.
@NullMarked
package org.sampan.jobs.registers;

import org.jspecify.annotations.NullMarked;

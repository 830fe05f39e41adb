/// The launcher's commands.
@NullMarked
package org.sampan.jobs;

import org.jspecify.annotations.NullMarked;

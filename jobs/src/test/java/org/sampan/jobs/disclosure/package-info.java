@NullMarked
package org.sampan.jobs.disclosure;

import org.jspecify.annotations.NullMarked;

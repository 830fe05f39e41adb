@NullMarked
package org.sampan.jobs.bundles;

import org.jspecify.annotations.NullMarked;

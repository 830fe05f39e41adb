/// Spark in local mode beside the embedded engine, over the same files.
@NullMarked
package org.sampan.linkage.spark;

import org.jspecify.annotations.NullMarked;

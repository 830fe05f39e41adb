/// A node: one flat package a capability, and here only what starts them.
///
/// Configuration comes from the environment (`SAMPAN_COUNTRY=TH`) or one file named by
/// `--spring.config.additional-location`; its names stand in [NodeSettings].
@NullMarked
package org.sampan;

import org.jspecify.annotations.NullMarked;

/// A node: one package a capability.
@NullMarked
package org.sampan;

import org.jspecify.annotations.NullMarked;

/// Tests of the library's public surface, and a program that measures it on a file.
@NullMarked
package org.sampan.linkage;

import org.jspecify.annotations.NullMarked;

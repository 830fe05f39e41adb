@NullMarked
package org.sampan.consents;

import org.jspecify.annotations.NullMarked;

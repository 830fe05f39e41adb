@NullMarked
package org.sampan.referrals;

import org.jspecify.annotations.NullMarked;

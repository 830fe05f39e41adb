/// What must hold of the database module, tried on real PostgreSQL servers and real processes.
@NullMarked
package org.sampan.database;

import org.jspecify.annotations.NullMarked;

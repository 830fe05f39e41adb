/// The bundled PostgreSQL, and a whole node carried in one encrypted file.
@NullMarked
package org.sampan.database;

import org.jspecify.annotations.NullMarked;

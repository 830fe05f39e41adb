/// Reads the tables that this module carries: CSV files a linguist can open, extend and send back.
///
/// A *table* is a UTF-8 file beside the package that uses it. Lines that begin with # say what the
/// file is, where it comes from and under which terms; the first other line names the columns;
/// cells hold no commas and need no quotes; several values in one cell stand with blanks between
/// them, each with an optional weight after a colon ("wong:3 vong"). Rules: a row with too many or
/// too few cells is a fault of the build, found by the first test that opens the table.
@NullMarked
package org.sampan.names.tables;

import org.jspecify.annotations.NullMarked;

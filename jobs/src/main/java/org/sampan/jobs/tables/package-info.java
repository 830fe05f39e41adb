/// Tables of people in files: CSV as offices really send it, Parquet, the answer to a query by
/// JDBC.
///
/// Words: a *table* has named columns and rows of text; a *row* is an array of cells, `null` where
/// nothing was written; a *rejected* row is one that could not be read, with its line and a reason;
/// a *new file* appears whole under its name or not at all.
///
/// Rules: memory does not grow with the file, nor with one endless line; what cannot be read is
/// counted and said, never dropped in silence; a table that is not what it says is refused with
/// what to do; cells are trimmed, and an empty cell is nothing.
///
/// Others use `Tables` to open one, `Table` to read it, and `TableWriter` and `NewFile` to write.
@NullMarked
package org.sampan.jobs.tables;

import org.jspecify.annotations.NullMarked;

/// Invented registers of people along the Mekong, with the truth beside them: `./sampan link
/// --generate N`.
///
/// Words: a *person* is invented with her *household*; a *register* is one office's list, in the
/// script and the calendar of that office; a *clerk* writes a person down as he heard her, with
/// *slips*; the *entity* is the truth: which rows are one person; a *recipe* is a way to invent,
/// the Mekong's or one like FEBRL's Australian sets.
///
/// Rules: nobody here is real, and no list of real people was copied; the same seed invents the
/// same file; memory does not grow with the number of rows; the identifier of a row says nothing
/// about the person.
///
/// Others use `InventedRegisters`.
@NullMarked
package org.sampan.jobs.registers;

import org.jspecify.annotations.NullMarked;

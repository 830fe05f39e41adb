/// Chances of levels, apart from the records: counted, kept in order, told of households.
///
/// A *pattern* is the levels of one pair, four bits a field; [Patterns] counts them. [Order] keeps
/// a closer agreement from counting less than a worse one. *Housemates* are two people who live
/// together; [Households] says what is thought of them before and after a round of learning. Rules:
/// nothing here knows of records or pairs; everything is deterministic. Used by the engine.
@NullMarked
package org.sampan.linkage.chances;

import org.jspecify.annotations.NullMarked;

/// Places on the map: names of places found in a table that the user gives, and how far two of them
/// lie apart.
///
/// A *gazetteer* is a table of places with their names in any script and their coordinates; a
/// *finder* looks a written name up in it, by its letters first and by its sound otherwise. Rules:
/// no table is built in; a name that fits two places is no place; nothing is looked up on a
/// network. Others use [Gazetteer].
@NullMarked
package org.sampan.linkage.places;

import org.jspecify.annotations.NullMarked;

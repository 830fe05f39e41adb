/// What can be said about a person, before anybody is looked at.
///
/// A *domain* is a versioned public code list: *variables*, each with its *categories*, the *bands*
/// numbers fall into, the *impossible* pairs of categories, and the *hierarchies* by which
/// categories are made coarser. It is written before the data is opened; a domain read from the
/// data is itself a leak, because a category that only one person has would show her. *No*,
/// *unknown* and *not asked* are three different things and stay apart. *Records* are rows coded by
/// a domain; the *person* behind a row is the unit that is protected, over all her rows, so an
/// [Intake] keeps the number of rows a person may have and refuses what cannot be true. Nothing
/// here adds noise. A message names a line and a column, never the value that stood there.
@NullMarked
package org.sampan.disclosure.domain;

import org.jspecify.annotations.NullMarked;

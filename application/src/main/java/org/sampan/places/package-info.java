/// The gazetteer of the six countries, in native and Latin names, and the names of countries and
/// languages.
///
/// Words: a *province* is a first-level unit (a province, a state, a region, a municipality under
/// the state); the provinces ship with the product, Viet Nam before and after 1 July 2025. A *finer
/// place* (district, commune, village) comes by importing a published gazetteer. *Shown* is how a
/// place stands on a page: the reader's own script first, the other beside it. *Folded* is a name
/// without what people write differently: case, accents, spaces, traditional characters.
///
/// Rules: a place that ended is never removed, it names its successors; names keep their own
/// script; an import is taken whole or not at all, and taking it twice changes nothing.
///
/// Others use: [Places], [Place], [Country], [Countries], [GazetteerImport].
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package org.sampan.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// What each kind of message may say: JSON Schema 2020-12, checked on everything that comes and
/// everything that goes.
///
/// Words: a *schema* stands in `resources/schemas/NAME-MAJOR.MINOR.json` and never changes once a
/// letter has named it by its digest; a *body* is what a letter or a statement says; it *fits* or
/// *breaks a rule*, and the rule is named by its place in the schema, never by what broke it.
///
/// Rules: schemas are read once, from this program alone: no address in one is ever followed;
/// members a schema does not name are passed over, so that a newer minor version is understood; a
/// newer minor version is held to the newest schema we have of its major one; every pattern is
/// bounded in the text it looks at; a body of ours that breaks its schema is a fault and never
/// leaves.
///
/// Others use: [Schemas].
@ApplicationModule(allowedDependencies = "sealing")
@NullMarked
package org.sampan.schemas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

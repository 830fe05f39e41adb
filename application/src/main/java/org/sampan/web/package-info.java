/// Draws pages: the frame around them, the seven languages, the error pages, the design system.
///
/// Words: a *screen* is what a controller returns (a record); its template stands beside it under
/// the same name. A *frame* is what surrounds every screen: the reader's language, who she is, the
/// way out. A *door* is an entry of the menu. A *problem* is what the reader must mend in a form.
///
/// Rules: every sentence comes from the words files in seven languages; nothing is loaded from
/// elsewhere and no inline style or script is allowed by the content policy; every form is complete
/// without script; an absent thing and a forbidden one give the same page.
///
/// Others use: [Screen], [Go], [Absent], [Frame], [Language], [Words], [Problems], [Typed], [Door].
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sampan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

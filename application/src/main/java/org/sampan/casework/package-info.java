/// One person's case from first contact to closure.
///
/// Words: a *case file* is what is known of one person and who holds it; its *facts* are the
/// answers to one section of the case's questions, in versions; a *question* says what is asked, in
/// which codes, and to which category of consent it belongs; a *name* has a kind and a script; the
/// *river* is what was done here and what crossed to another country; a *likely match* is a case
/// that may be of the same person.
///
/// Rules: what identifies her is sealed under her key, codes stay plain; a change adds a version
/// and keeps what stood before, and a change based on an older version is shown beside the newer
/// one; nothing is merged and nothing is decided without a person; a locked copy opens no personal
/// field; erasing destroys her key; the presumed status is *possible* until a body that may decide
/// has decided.
///
/// Others use: [Cases] to find and lock, [CaseFile] to read, [Intake] to open, [Handling] to lock
/// or follow what crossed, [RiverSource] to tell it. Codes: IOM's Human Trafficking Case Data
/// Standard 2.0 (CC BY 4.0) where it has them.
@ApplicationModule(
    allowedDependencies = {
      "web",
      "audit",
      "vault",
      "accounts",
      "consents",
      "places",
      "screening",
      "screenings"
    })
@NullMarked
package org.sampan.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

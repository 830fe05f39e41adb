/// Tells another country what a person allowed, and keeps what other countries proved she allowed.
///
/// Words: a *record* is one consent as the node that heard it states it: purpose, recipient,
/// categories, who answered, in which language, which day, until when, and the digest by which
/// every letter under it names it; it is *told* by us or *heard* from another node.
///
/// Rules: a record goes once to each node and case, in the same transaction and the same thread,
/// ahead of the first letter under it; it tells no name and no word of hers; a record that does not
/// say what its own letter rests on is refused; a withdrawal ends it like everything else that
/// relies on the consent; a node that cannot take records is sent what it can take.
///
/// Others use: nothing here; the river of a case and one page of it show the records.
@ApplicationModule(
    allowedDependencies = {
      "web",
      "audit",
      "accounts",
      "consents",
      "casework",
      "exchange",
      "sealing"
    })
@NullMarked
package org.sampan.consentrecords;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.sampan.attachments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sampan.accounts.SignedIn;

/// A bean whose records can have papers: it says who may see them and who may change them.
public interface Holder {

  /// What this reader may do with the papers of this record; nothing when the record is not its own
  /// or not hers to see.
  Optional<Held> papersOf(UUID record, SignedIn reader);

  /// A record with papers.
  ///
  /// @param person whose it is: papers are sealed under her key
  /// @param mayChange whether papers can be added and taken away now
  /// @param kinds what a paper can be
  /// @param back where the page of the record is
  record Held(UUID person, UUID caseFile, boolean mayChange, List<Kind> kinds, String back) {}

  /// What a paper can be.
  ///
  /// @param words the key of its name
  record Kind(String code, String words) {}
}

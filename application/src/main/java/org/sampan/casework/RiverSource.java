package org.sampan.casework;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Office;
import org.sampan.accounts.SignedIn;
import org.sampan.web.Language;

/// What crossed between this country and others in a case: told by the capabilities that send.
public interface RiverSource {

  /// Everything that crossed or waits to cross, in any order.
  List<Crossing> crossingsOf(CaseFile.Id caseFile);

  /// What the other bank did, as far as it told us, in any order.
  default List<FarAct> farActsOf(CaseFile.Id caseFile) {
    return List.of();
  }

  /// What offices of this node did about what crossed to them, in any order: drawn on the near bank
  /// among the case's own acts.
  default List<NearAct> nearActsOf(CaseFile.Id caseFile) {
    return List.of();
  }

  /// Whether a list of cases shows its last crossing; not for what only goes along with others.
  default boolean leads() {
    return true;
  }

  /// Where a referral of this case begins; an empty text where none can.
  default String referPath(CaseFile.Id caseFile) {
    return "";
  }

  /// What else this reader may begin from the case.
  default List<Way> waysFrom(CaseFile caseFile, SignedIn reader) {
    return List.of();
  }

  /// One thing to begin.
  ///
  /// @param words the key of its name
  record Way(String words, String path) {}

  /// How far something came.
  enum State {
    DRAFT,
    QUEUED,
    SENT,
    DELIVERED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN;

    /// The class of the design system, and the end of the words' key.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
      return "casework.river." + code();
    }
  }

  /// Who must act now because of it.
  enum MustAct {
    NEAR,
    FAR,
    NOBODY,
    /// Nobody any more: what crossed before asks nothing after it.
    ENDED
  }

  /// One thing that crosses.
  ///
  /// @param at its place in time on the river
  /// @param toFar from us to them, or from them to us
  /// @param words the key of what it is, without arguments
  /// @param arrived whether it reached the other bank, also when it was withdrawn afterwards
  /// @param changed when its state last changed
  /// @param proof the key of the sentence that says how it is proved, or none
  /// @param path where to read it, or an empty text
  record Crossing(
      Instant at,
      boolean toFar,
      String words,
      State state,
      boolean arrived,
      Instant changed,
      Bank far,
      MustAct mustAct,
      @Nullable String proof,
      String path) {}

  /// The other bank.
  ///
  /// @param country its two letters
  /// @param office what its office is called
  record Bank(String country, Named office) {}

  /// A name that is asked for when the page is drawn.
  interface Named {
    /// The name in the reader's language, or the nearest there is.
    String in(Language reader);
  }

  /// One thing an office of this node did.
  ///
  /// @param words the key of what it did, without arguments
  /// @param by none when nobody signed in did it
  record NearAct(Instant at, String words, Account.@Nullable Id by, Office.@Nullable Id office) {}

  /// One thing the other bank did.
  record FarAct(Instant at, String words, Bank far) {}
}

package org.sampan.screening;

/// One answer and how it is known. Who gave it, and when, the application keeps.
public record Answer(Reply reply, Source source) {

  /// Unknown is an answer (asked, and not known or not told); not asked is the absence of one.
  public enum Reply {
    YES,
    NO,
    UNKNOWN
  }

  /// How the answer is known.
  public enum Source {
    /// The person said so.
    INTERVIEW,
    /// The officer saw it.
    OBSERVATION,
    /// A paper or picture shows it.
    DOCUMENT,
    /// Somebody else said so.
    OTHER_PERSON
  }

  /// Yes, as the person said.
  public static Answer yes() {
    return new Answer(Reply.YES, Source.INTERVIEW);
  }

  /// No, as the person said.
  public static Answer no() {
    return new Answer(Reply.NO, Source.INTERVIEW);
  }

  /// Asked of the person, and not known or not told.
  public static Answer unknown() {
    return new Answer(Reply.UNKNOWN, Source.INTERVIEW);
  }

  boolean isYes() {
    return reply == Reply.YES;
  }

  boolean isOpen() {
    return reply == Reply.UNKNOWN;
  }
}

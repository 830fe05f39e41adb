package org.sampan.accounts;

/// One thing a role may do. A route names the duty it needs; the grid says who has it and how far.
public enum Duty {
  /// Be signed in at all: the start page, the glossary for staff, one's own settings.
  BE_HERE,
  /// Interview a person by an indicator set.
  SCREEN,
  /// Read a case file.
  SEE_CASE,
  /// Open a case and change it.
  WORK_CASE,
  /// Record, refuse or withdraw consent.
  RECORD_CONSENT,
  /// Prepare a referral to another agency or country.
  REFER,
  /// Approve what leaves: the second pair of eyes.
  APPROVE,
  /// See the office's inbox and decide on what came in.
  DECIDE,
  /// Do a follow-up that was given to her, seeing only what it needs.
  FOLLOW_UP,
  /// Review acts that went past the rules for a stated reason.
  REVIEW,
  /// Read the audit.
  AUDIT,
  /// See what waits to be sent or could not be, without its content.
  WATCH_DELIVERY,
  /// Keep accounts, offices and the trust list.
  ADMINISTER
}

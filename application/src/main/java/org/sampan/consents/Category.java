package org.sampan.consents;

import java.util.Locale;

/// A kind of what is known of her: what she may allow to be told, or keep.
public enum Category {
  /// Her names, sex, birth, nationality.
  IDENTITY,
  /// How to reach her safely, and who must not learn of it.
  CONTACT,
  /// Where she comes from and who her kin are.
  ORIGIN_AND_FAMILY,
  /// What help she needs.
  NEEDS,
  /// What threatens her.
  RISK,
  /// Which papers she holds and which were taken.
  PAPERS,
  /// Results of examinations and treatment.
  HEALTH,
  /// What was done to her, in codes.
  EXPLOITATION,
  /// Her story in her own words.
  ACCOUNT,
  /// What she herself wants.
  WISHES;

  /// The key of its name.
  public String words() {
    return "consents.category." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package org.sampan.disclosure.attacks;

/// The sixteen attacks, in their order.
public enum Attack {
  DIFFERENCING(
      "one person more between two releases", "AttacksTest.rounded_tables_fall_to_one_person_more"),
  FLOATING_POINT(
      "low bits of noise that was not whole",
      "FloatingPointTest.naive_noise_gives_a_count_away_in_more_than_half_of_its_outputs"),
  SAMPLER(
      "noise that is not what it is said to be",
      "AttacksTest.rounded_normal_noise_is_seen_to_be_wrong"),
  CANARIES(
      "planted people who must not be noticed",
      "AttacksTest.too_little_noise_proves_more_loss_than_was_stated"),
  CONTRIBUTION(
      "one person with many records",
      "AttacksTest.a_person_whose_records_all_count_is_told_from_nobody"),
  DOMAIN_LEAK(
      "a category only the data has",
      "AttacksTest.every_attack_on_a_folder_succeeds_on_what_naive_code_makes"),
  MEMBERSHIP(
      "whether somebody was in the data",
      "AttacksTest.publishing_the_people_themselves_tells_who_was_there"),
  INFERENCE(
      "what somebody in the data answered",
      "AttackTest.an_answer_is_guessed_for_members_no_better_than_for_strangers"),
  LINEAR_PROGRAM(
      "withheld cells from sums of others",
      "SuppressionTest.todays_practice_gives_back_two_thirds_of_what_it_withholds"),
  AVERAGING(
      "the same figure by every route",
      "AttacksTest.every_attack_on_a_folder_succeeds_on_what_naive_code_makes"),
  BUDGET(
      "a release that was not paid for", "LedgerAttackTest.a_ledger_without_a_lock_is_overspent"),
  INTERSECTION(
      "extracts of two partners put together",
      "AttacksTest.two_partners_learn_together_what_neither_learns_alone"),
  METADATA(
      "what files say beside their content",
      "AttacksTest.every_attack_on_a_folder_succeeds_on_what_naive_code_makes"),
  COMPLEMENT(
      "figures drawn or written that were not released",
      "AttacksTest.every_attack_on_a_folder_succeeds_on_what_naive_code_makes"),
  SMALL_GROUPS(
      "the worst-off group, not the mean",
      "AttacksTest.publishing_the_people_themselves_tells_who_was_there"),
  FABRICATION(
      "people who do not exist",
      "AttacksTest.every_attack_on_a_folder_succeeds_on_what_naive_code_makes");

  private final String words;
  private final String control;

  Attack(String words, String control) {
    this.words = words;
    this.control = control;
  }

  /// Its number, from 1.
  public int number() {
    return ordinal() + 1;
  }

  /// What it tries.
  public String words() {
    return words;
  }

  /// The test in which the same attack succeeds on naive code.
  public String control() {
    return control;
  }
}

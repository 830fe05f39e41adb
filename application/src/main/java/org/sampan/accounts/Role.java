package org.sampan.accounts;

import org.jspecify.annotations.Nullable;

/// What a person is there for. What each may do stands in `grid.csv`.
public enum Role {
  /// Meets people first: labour inspector, border guard, health worker, hotline.
  FIRST_RESPONDER(Compartment.PROTECTION),
  /// Carries a case from first contact to closure.
  CASE_MANAGER(Compartment.PROTECTION),
  /// Answers for an office's cases; the second pair of eyes.
  SUPERVISOR(Compartment.PROTECTION),
  /// Speaks for the country to other countries.
  FOCAL_POINT(Compartment.PROTECTION),
  /// Visits a person at home: women's union, village.
  VOLUNTEER(Compartment.PROTECTION),
  PROSECUTOR(Compartment.JUSTICE),
  REGISTRAR(Compartment.REGISTRY),
  STATISTICIAN(Compartment.STATISTICS),
  /// Reads who did and saw what; opens no case.
  AUDITOR(null),
  /// Keeps accounts and offices; opens no case.
  ADMINISTRATOR(null);

  private final @Nullable Compartment compartment;

  Role(@Nullable Compartment compartment) {
    this.compartment = compartment;
  }

  /// The compartment whose records this role may reach; none for roles that open no record.
  public @Nullable Compartment compartment() {
    return compartment;
  }
}

package org.sampan.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sampan.disclosure.noise.GaussianProfile;
import org.sampan.disclosure.noise.Ledger;
import org.sampan.disclosure.noise.Ratio;

/// What every output says about how it protects people.
///
/// @param rho what this release costs one person
/// @param spentBefore rho of all earlier releases in the ledger
/// @param spentInAll rho of all releases, this one too
public record Statement(Plan plan, Ratio rho, Ratio spentBefore, Ratio spentInAll) {

  /// Printed where the list of categories itself came from the data.
  public static final String REHEARSAL =
      "REHEARSAL, NOT FOR PUBLICATION: the list of categories was read from the data and nobody"
          + " approved it, so the guarantee does not cover which categories exist";

  static Statement of(Plan plan, Ledger before, Ratio rho) {
    return new Statement(plan, rho, before.spent(), before.spent().plus(rho));
  }

  /// The method, in one sentence.
  public String method() {
    return "Differential privacy: counts with exact Gaussian noise, rounded to whole numbers"
        + " (a discrete Gaussian), made consistent by"
        + " synthetic rows fitted to them; nobody's record is in the rows";
  }

  /// What neighbours means.
  public String neighbours() {
    return "Two data sets are neighbours if one whole person, with all her records, is in one of"
        + " them and not in the other; at most "
        + plan.rowsAPerson()
        + (plan.rowsAPerson() == 1 ? " record" : " records")
        + " of each person counted";
  }

  /// Whether this may be published at all.
  public String standing() {
    return plan.domain().readFromData()
        ? REHEARSAL
        : plan.approvedBy()
            .map(name -> "Approved by " + name)
            .orElse("Nobody has approved this yet");
  }

  /// Epsilon that all releases together, this one too, stay within at this plan's delta.
  public String epsilonInAll() {
    return GaussianProfile.epsilon(spentInAll, plan.delta()).roundedUp(3);
  }

  /// Epsilon of all earlier releases together; 0 for a first release.
  public String epsilonBefore() {
    return GaussianProfile.epsilon(spentBefore, plan.delta()).roundedUp(3);
  }

  /// The statement by field, for machine-readable outputs.
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("standing", standing());
    tree.put("method", method());
    tree.put("epsilon", PlanFile.decimal(plan.epsilon()));
    tree.put("delta", PlanFile.decimal(plan.delta()));
    tree.put("rho", rho.roundedUp(9));
    tree.put("neighbours", neighbours());
    tree.put("earlierReleasesRho", spentBefore.roundedUp(9));
    tree.put("earlierReleasesEpsilon", epsilonBefore());
    tree.put("allReleasesRho", spentInAll.roundedUp(9));
    tree.put("allReleasesEpsilon", epsilonInAll());
    tree.put("domain", plan.domain().name() + ", version " + plan.domain().version());
    tree.put("domainSource", plan.domain().source());
    tree.put("guard", PlanFile.decimal(plan.guard()));
    return tree;
  }
}

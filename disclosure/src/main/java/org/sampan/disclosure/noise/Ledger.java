package org.sampan.disclosure.noise;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;

/// What any one person can have lost by all releases so far, as a value stored with each release.
///
/// It counts for the worst-placed person: one who was in the data of every release. It holds no
/// person and nothing about the data. Spending gives the next ledger or a refusal; the caller
/// stores it in the same transaction as the release, so that a crash loses both or neither.
///
/// @param ceilingAYear the most rho one calendar year of publishing may cost
/// @param ceilingInAll the most rho all releases together may cost
public record Ledger(Ratio ceilingAYear, Ratio ceilingInAll, List<Entry> entries) {

  /// One release and its cost.
  ///
  /// @param release a name that no other release has, so that a repeat is noticed
  /// @param year in which it is published
  public record Entry(String release, Year year, Ratio rho) {

    public Entry {
      if (release.isBlank() || rho.signum() < 0) {
        throw new IllegalArgumentException("An entry names a release and a cost of at least 0");
      }
    }
  }

  /// What came of asking to spend.
  public sealed interface Spending {

    /// It fits; this is the ledger to store with the release.
    record Granted(Ledger next) implements Spending {}

    /// It does not fit, and why.
    record Refused(String why) implements Spending {}
  }

  public Ledger {
    entries = List.copyOf(entries);
  }

  /// A ledger before the first release.
  public static Ledger empty(Ratio ceilingAYear, Ratio ceilingInAll) {
    return new Ledger(ceilingAYear, ceilingInAll, List.of());
  }

  /// What releases of one year have cost.
  public Ratio spentIn(Year year) {
    return sum(entries.stream().filter(entry -> entry.year().equals(year)).toList());
  }

  /// What all releases have cost.
  public Ratio spent() {
    return sum(entries);
  }

  /// The ledger with one release more, or why there can be none.
  public Spending spend(Entry entry) {
    if (entries.stream().anyMatch(each -> each.release().equals(entry.release()))) {
      return new Spending.Refused("The release " + entry.release() + " is in the ledger already");
    }
    if (!entries.isEmpty() && entry.year().isBefore(entries.getLast().year())) {
      return new Spending.Refused("The year " + entry.year() + " is over: a later one has begun");
    }
    if (spentIn(entry.year()).plus(entry.rho()).compareTo(ceilingAYear) > 0) {
      return new Spending.Refused(
          refusal(entry, "the year " + entry.year(), spentIn(entry.year()), ceilingAYear));
    }
    if (spent().plus(entry.rho()).compareTo(ceilingInAll) > 0) {
      return new Spending.Refused(refusal(entry, "all years", spent(), ceilingInAll));
    }
    List<Entry> next = new ArrayList<>(entries);
    next.add(entry);
    return new Spending.Granted(new Ledger(ceilingAYear, ceilingInAll, next));
  }

  private static String refusal(Entry entry, String when, Ratio spent, Ratio ceiling) {
    return "The release overspends: it costs rho %s, %s may cost %s and has cost %s"
        .formatted(entry.rho().roundedUp(6), when, ceiling.roundedUp(6), spent.roundedUp(6));
  }

  private static Ratio sum(List<Entry> entries) {
    return entries.stream().map(Entry::rho).reduce(Ratio.ZERO, Ratio::plus);
  }
}

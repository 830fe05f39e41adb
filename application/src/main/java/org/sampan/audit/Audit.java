package org.sampan.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The front door of the audit: one call in the transaction of the act itself.
@Component
public class Audit {

  /// Which entries to read: `Query.ALL.inCase(id).olderThan(last)`.
  ///
  /// @param caseFile only those of this case
  /// @param who only those of this account
  /// @param record only those on this record
  /// @param act only those of this name
  /// @param older only those before this entry; to page backwards
  public record Query(
      @Nullable UUID caseFile,
      @Nullable UUID who,
      @Nullable UUID record,
      @Nullable String act,
      @Nullable UUID older) {
    public static final Query ALL = new Query(null, null, null, null, null);

    /// Only those of this case.
    public Query inCase(@Nullable UUID file) {
      return new Query(file, who, record, act, older);
    }

    /// Only those of this account.
    public Query of(@Nullable UUID account) {
      return new Query(caseFile, account, record, act, older);
    }

    /// Only those on this record.
    public Query on(@Nullable UUID thing) {
      return new Query(caseFile, who, thing, act, older);
    }

    /// Only those of this name.
    public Query doing(@Nullable String name) {
      return new Query(caseFile, who, record, name, older);
    }

    /// Only those before this entry.
    public Query olderThan(@Nullable UUID entry) {
      return new Query(caseFile, who, record, act, entry);
    }
  }

  private final Entries entries;
  private final Clock clock;

  Audit(Entries entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /// Writes the act into the audit, in the transaction of the act.
  ///
  /// @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
  @Transactional(propagation = Propagation.MANDATORY)
  public Entry write(Act act) {
    Entry entry =
        new Entry(
            UuidCreator.getTimeOrderedEpoch(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            act.who(),
            act.office(),
            act.name(),
            act.record(),
            act.caseFile(),
            act.purpose(),
            act.detail());
    entries.add(entry, Leaf.of(entry));
    return entry;
  }

  /// As [#write], in a transaction of its own: for reads, which change nothing else.
  @Transactional
  public Entry seen(Act act) {
    return write(act);
  }

  /// Entries, newest first, at most `most`.
  @Transactional(readOnly = true)
  public List<Entry> read(Query query, int most) {
    return entries.newest(query, Math.min(most, 500));
  }

  /// How many entries there are, and how many of each act.
  @Transactional(readOnly = true)
  public Map<String, Long> counts() {
    return entries.counts();
  }
}

package org.sampan.audit;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gives every committed entry its place in one gap-free chain, and checks that chain from the
/// start.
///
/// Entries are written by many transactions at once and linked by one, a moment later: so no act
/// waits for another, and no rolled-back act leaves a gap.
@Component
public class Chain {

  private static final byte[] START = new byte[32];

  private final Entries entries;

  Chain(Entries entries) {
    this.entries = entries;
  }

  /// What a check of the whole chain found.
  ///
  /// @param linked how many entries are linked
  /// @param brokenAt the first position that does not hold, if any
  public record Verdict(long linked, OptionalLong brokenAt) {
    public boolean holds() {
      return brokenAt.isEmpty();
    }
  }

  /// Links what was committed since the last time. Returns how many.
  @Scheduled(fixedDelay = 1000, initialDelay = 2000)
  @Transactional
  public int extend() {
    entries.oneAtATime();
    List<Entries.Kept> waiting = entries.notLinked();
    if (waiting.isEmpty()) {
      return 0;
    }
    Entries.Head head = entries.head().orElse(new Entries.Head(0, START));
    long position = head.position();
    byte[] chain = head.chain();
    for (Entries.Kept kept : waiting) {
      chain = Leaf.chain(chain, kept.leaf().digest());
      entries.link(++position, kept.entry().id(), chain);
    }
    return waiting.size();
  }

  /// Recomputes every leaf and every link.
  @Transactional(readOnly = true)
  public Verdict verify() {
    long position = 0;
    byte[] chain = START;
    while (true) {
      List<Entries.Link> next = entries.chainAfter(position);
      if (next.isEmpty()) {
        return new Verdict(position, OptionalLong.empty());
      }
      for (Entries.Link link : next) {
        chain = Leaf.chain(chain, link.kept().leaf().digest());
        boolean holds =
            link.position() == position + 1
                && link.kept().leaf().proves(link.kept().entry())
                && Arrays.equals(chain, link.chain());
        if (!holds) {
          return new Verdict(position, OptionalLong.of(position + 1));
        }
        position = link.position();
      }
    }
  }
}

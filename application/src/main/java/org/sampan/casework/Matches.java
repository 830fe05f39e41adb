package org.sampan.casework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sampan.accounts.Access;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds cases by a person's names and numbers, and shows of each no more than the reader may see.
@Component
class Matches {

  private final Cases cases;
  private final NameIndex index;
  private final Offices offices;
  private final Audit audit;
  private final ObjectProvider<RiverSource> river;
  private final Writing writing;
  private final Acts acts;

  Matches(
      Cases cases,
      NameIndex index,
      Offices offices,
      Audit audit,
      ObjectProvider<RiverSource> river,
      Writing writing,
      Acts acts) {
    this.cases = cases;
    this.index = index;
    this.offices = offices;
    this.audit = audit;
    this.river = river;
    this.writing = writing;
    this.acts = acts;
  }

  /// What was found.
  ///
  /// @param rows those the reader may see, at once or when she says why
  /// @param elsewhere whether there is one she may not; not how many, nor where
  /// @param digest of the list, to know that this very one was shown
  record Found(List<CasesPage.Row> rows, boolean elsewhere, String digest) {
    boolean none() {
      return rows.isEmpty() && !elsewhere;
    }
  }

  /// Cases that may be of the person with these names. That they were looked for is audited, also
  /// when the reader may see none of them: fishing for names leaves a trace.
  @Transactional
  Found likely(List<PersonName> names, SignedIn reader) {
    return found(index.likely(names), "casework.match.looked-for", reader);
  }

  /// Cases a search by name or number finds, those the reader may not see left out.
  @Transactional
  Found search(String typed, SignedIn reader) {
    Set<CaseFile.Id> ids = new LinkedHashSet<>(index.search(typed));
    writing.digests(typed).forEach(digest -> ids.addAll(acts.numbered(digest)));
    return found(ids, "casework.person.searched", reader);
  }

  private Found found(Set<CaseFile.Id> ids, String act, SignedIn reader) {
    List<CasesPage.Row> rows = new ArrayList<>();
    boolean elsewhere = false;
    StringBuilder all = new StringBuilder();
    for (CaseFile file : cases.these(List.copyOf(ids))) {
      Access access = Cases.access(file, reader);
      all.append(file.id().value()).append(access);
      if (access == Access.NONE) {
        elsewhere = true;
      } else {
        rows.add(row(file, reader));
      }
    }
    if (!ids.isEmpty()) {
      audit.write(reader.act(act).with("shown", rows.size()).with("elsewhere", elsewhere));
    }
    return new Found(List.copyOf(rows), elsewhere, digest(all.toString()));
  }

  /// A row for a case without facts: opened when the reader may see it now.
  CasesPage.Row row(CaseFile file, SignedIn reader) {
    boolean now = cases.mayOpen(file, reader);
    return row(now ? cases.opened(file) : file, !now);
  }

  /// A row for a case as far as it is opened.
  CasesPage.Row row(CaseFile file, boolean askWhy) {
    Office office = offices.find(file.holding().office()).orElse(null);
    RiverSource.Crossing last =
        river
            .orderedStream()
            .filter(source -> !askWhy && source.leads())
            .flatMap(source -> source.crossingsOf(file.id()).stream())
            .max(java.util.Comparator.comparing(RiverSource.Crossing::at))
            .orElse(null);
    return new CasesPage.Row(file, last, askWhy, office);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}

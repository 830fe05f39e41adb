package org.sampan.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// The names of all persons, folded, in memory only: on disk they are sealed.
///
/// A name is kept under all its words joined, in every order, so that one look-up finds it however
/// it is written; parts of a name are looked for among those that share a word, beginnings among
/// all.
@Component
class NameIndex {

  private final Cases cases;
  private final Map<CaseFile.Id, List<FoldedName>> names = new HashMap<>();
  private final Map<String, Set<CaseFile.Id>> whole = new HashMap<>();
  private final Map<String, Set<CaseFile.Id>> byWord = new HashMap<>();

  NameIndex(Cases cases) {
    this.cases = cases;
  }

  /// Reads all names once, when the node starts. What was committed meanwhile is newer and stays.
  @EventListener(ApplicationReadyEvent.class)
  void load() {
    CaseFile.Id after = new CaseFile.Id(new UUID(0, 0));
    List<CaseFile> some = cases.named(after);
    while (!some.isEmpty()) {
      for (CaseFile file : some) {
        keepUnlessNewer(file);
      }
      some = cases.named(some.getLast().id());
    }
  }

  private synchronized void keepUnlessNewer(CaseFile file) {
    if (!names.containsKey(file.id())) {
      keep(file.id(), file.names());
    }
  }

  @TransactionalEventListener
  void committed(Writing.NamesKnown known) {
    keep(known.file(), known.names());
  }

  /// Keeps these names of a case and forgets those it had.
  synchronized void keep(CaseFile.Id file, Collection<PersonName> of) {
    forget(file);
    List<FoldedName> folded =
        of.stream()
            .map(name -> FoldedName.of(name.text()))
            .filter(name -> !name.words().isEmpty())
            .distinct()
            .toList();
    if (folded.isEmpty()) {
      return;
    }
    names.put(file, folded);
    for (FoldedName name : folded) {
      name.inEveryOrder()
          .forEach(one -> whole.computeIfAbsent(one, key -> new HashSet<>()).add(file));
      name.words().forEach(word -> byWord.computeIfAbsent(word, key -> new HashSet<>()).add(file));
    }
  }

  /// Forgets a case: its person was erased, or its copy locked.
  synchronized void forget(CaseFile.Id file) {
    List<FoldedName> had = names.remove(file);
    if (had != null) {
      for (FoldedName name : had) {
        name.inEveryOrder().forEach(one -> remove(whole, one, file));
        name.words().forEach(word -> remove(byWord, word, file));
      }
    }
  }

  private static void remove(Map<String, Set<CaseFile.Id>> from, String key, CaseFile.Id file) {
    Set<CaseFile.Id> files = from.get(key);
    if (files != null && files.remove(file) && files.isEmpty()) {
      from.remove(key);
    }
  }

  /// Cases that may be of the same person: a name of theirs is one of these, however written, or
  /// one of two words and more stands wholly in the other.
  synchronized Set<CaseFile.Id> likely(Collection<PersonName> of) {
    Set<CaseFile.Id> found = new LinkedHashSet<>();
    for (PersonName one : of) {
      FoldedName name = FoldedName.of(one.text());
      found.addAll(whole.getOrDefault(name.joined(), Set.of()));
      for (CaseFile.Id file : sharingAWord(name)) {
        if (names.getOrDefault(file, List.of()).stream()
            .anyMatch(other -> name.isPartOf(other) || other.isPartOf(name))) {
          found.add(file);
        }
      }
    }
    return found;
  }

  /// Cases a search finds: each word typed begins a word of one name, in any order, or all of them
  /// joined are a whole name.
  synchronized Set<CaseFile.Id> search(String typed) {
    FoldedName searched = FoldedName.of(typed);
    Set<CaseFile.Id> found = new LinkedHashSet<>(whole.getOrDefault(searched.joined(), Set.of()));
    names.forEach((file, all) -> {
      if (all.stream().anyMatch(searched::begins)) {
        found.add(file);
      }
    });
    return found;
  }

  private List<CaseFile.Id> sharingAWord(FoldedName name) {
    List<CaseFile.Id> files = new ArrayList<>();
    name.words().forEach(word -> files.addAll(byWord.getOrDefault(word, Set.of())));
    return files;
  }

  synchronized int size() {
    return names.size();
  }
}

package org.sampan.consents;

import java.util.EnumSet;
import java.util.Set;

/// One thing she is asked: for this purpose, to this recipient, these categories.
public record Scope(Purpose purpose, Recipient recipient, Set<Category> categories) {

  public Scope {
    if (categories.isEmpty()) {
      throw new IllegalArgumentException("a scope names what is told");
    }
    categories = Set.copyOf(categories);
  }

  /// Whether what is to be sent lies wholly within this scope.
  boolean covers(Wanted wanted) {
    return purpose == wanted.purpose()
        && recipient.covers(wanted.node(), wanted.office())
        && categories.containsAll(wanted.categories());
  }

  /// Whether a no to this scope is a no to some of what is to be sent.
  boolean touches(Wanted wanted) {
    return purpose == wanted.purpose()
        && recipient.covers(wanted.node(), wanted.office())
        && wanted.categories().stream().anyMatch(categories::contains);
  }

  /// Whether a no to this scope takes back a yes to the other.
  boolean touches(Scope other) {
    return purpose == other.purpose
        && recipient.meets(other.recipient)
        && other.categories.stream().anyMatch(categories::contains);
  }

  /// The categories in the order they are asked.
  public Set<Category> inOrder() {
    return EnumSet.copyOf(categories);
  }

  /// What somebody wants to send.
  record Wanted(Purpose purpose, String node, String office, Set<Category> categories) {
    Wanted {
      categories = Set.copyOf(categories);
    }
  }
}

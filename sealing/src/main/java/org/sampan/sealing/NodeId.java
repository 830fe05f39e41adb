package org.sampan.sealing;

import java.util.regex.Pattern;

/// A node's name on the trust list: 2 to 63 of `a-z`, `0-9` and inner hyphens, as `th` or
/// `kh-focal`.
public record NodeId(String value) implements Comparable<NodeId> {
  private static final Pattern FORM = Pattern.compile("[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

  public NodeId {
    Refusal.unless(FORM.matcher(value).matches(), Reason.FIELD_REFUSED);
  }

  @Override
  public int compareTo(NodeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.sampan.consents;

/// Whom she allows to be told.
///
/// @param country the country's two letters, upper case
/// @param node the node that receives, as `kh`
/// @param office the code of one office there, or `*` for whichever office answers
public record Recipient(String country, String node, String office) {

  /// Any office of the node.
  public static final String ANY_OFFICE = "*";

  public Recipient {
    if (!country.matches("[A-Z]{2}") || !node.matches("[a-z][a-z0-9-]{1,19}")) {
      throw new IllegalArgumentException("a recipient has a country of two letters and a node");
    }
    if (!office.equals(ANY_OFFICE) && !office.matches("[a-z]{2}(-[a-z0-9]+)+")) {
      throw new IllegalArgumentException("an office is a code or *");
    }
  }

  /// Whether what was allowed to this recipient may reach that office.
  public boolean covers(String toNode, String toOffice) {
    return node.equals(toNode) && (office.equals(ANY_OFFICE) || office.equals(toOffice));
  }

  /// Whether the two have any office in common: how far a refusal reaches.
  public boolean meets(Recipient other) {
    return node.equals(other.node)
        && (office.equals(ANY_OFFICE)
            || other.office.equals(ANY_OFFICE)
            || office.equals(other.office));
  }

  /// As one word, for a choice in a form: `KH/kh/kh-ncct`.
  public String code() {
    return country + '/' + node + '/' + office;
  }
}

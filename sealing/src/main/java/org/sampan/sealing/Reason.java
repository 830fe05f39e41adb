package org.sampan.sealing;

/// Why something from outside was refused. The texts are constant: they never quote the input.
public enum Reason {
  EMPTY("Nothing was received.", true),
  TOO_LARGE("The message is larger than the limit.", true),
  NOT_COMPACT("The message is not the expected number of parts in plain ASCII.", true),
  NOT_BASE64URL("A part is not in the one allowed base64url form.", true),
  HEADER_TOO_LARGE("The header is larger than the limit.", true),

  NOT_UTF8("A text is not well-formed UTF-8.", true),
  JSON_MALFORMED("The JSON is malformed.", true),
  JSON_TOO_DEEP("The JSON is nested too deeply.", true),
  JSON_NAME_TWICE("The JSON names a member twice.", true),
  JSON_NUMBER("The JSON holds a number that is not a safe whole number.", true),
  JSON_TEXT("The JSON holds a text that is not well-formed Unicode.", true),
  JSON_LIMIT("The JSON passes a limit of length or count.", true),
  JSON_NOT_CANONICAL("The JSON is not in canonical form.", true),

  ALGORITHM_REFUSED("The algorithm is not on the allow list.", true),
  TYPE_REFUSED("The type of the message is not the expected one.", true),
  CRITICAL_REFUSED("The critical header parameters are not the expected ones.", true),
  COMPRESSION_REFUSED("Compression is forbidden.", true),
  KEY_IN_HEADER("A key or the address of a key stands in the header.", true),
  HEADER_REFUSED("The header lacks a parameter or holds an unknown one.", true),
  KID_REFUSED("The key identifier is not a thumbprint.", true),
  KEY_REFUSED("A key is not a point on the allowed curve in its one form.", true),

  RECIPIENT_KEY_UNKNOWN("The message is sealed to a key that is not held here.", true),
  NOT_DECRYPTABLE("The message does not open.", true),
  NOT_PADDED("The message is not padded to its size class.", true),
  SIGNATURE_REFUSED("The signature does not verify.", true),
  SIGNATURE_MIRRORED("The signature is not in low-S form.", true),

  VERSION_UNKNOWN("The version of the format is unknown.", false),
  FIELD_MISSING("A field is missing or of the wrong type.", true),
  FIELD_REFUSED("A field holds a value outside its rule.", true),
  ID_NOT_TIME_ORDERED("An identifier is not a UUID of version 7.", true),
  SEQUENCE_REFUSED("The sequence number and the previous digest do not fit.", true),
  ROUTE_REFUSED("The sender and the addressee are the same node.", true),
  TIMES_REFUSED("The times contradict each other or reach too far.", true),
  CONSENT_REFUSED("The consent named is incomplete or ended before the letter.", true),
  APPROVER_IS_AUTHOR("The approver is the author.", true),
  ATTACHMENT_REFUSED("An attachment is described outside its rule.", true),

  NOT_FOR_US("The message is addressed to another node.", true),
  SIGNER_UNKNOWN("The signing key is not on the trust list.", true),
  TRUST_LIST_BEHIND("The sender cites a newer trust list, and by ours it is not allowed.", false),
  SIGNER_NOT_SENDER("The signing key belongs to another node.", true),
  KEY_NOT_YET("The signing key was not yet valid.", true),
  KEY_EXPIRED("The signing key was no longer valid.", true),
  KEY_REVOKED("The signing key is revoked.", true),
  NODE_SUSPENDED("The sending node is suspended.", false),
  KIND_NOT_ALLOWED("The sending node may not originate this kind.", true),
  CREATED_IN_FUTURE("The message is dated too far in the future.", false),
  EXPIRED("The message has expired.", true),

  RECEIPT_FOR_OTHER("The receipt is for another message or by another node.", true),
  STATEMENT_STALE("The statement is too old or dated too far in the future.", false),

  LIST_REFUSED("The trust list contradicts itself.", true),
  LIST_ROLLBACK("The trust list is older than the one accepted last.", true),
  LIST_FORKED("The trust list does not continue the one accepted last.", true),
  LIST_EXPIRED("The trust list has expired.", true),
  LIST_NOT_YET("The trust list is dated in the future.", false),
  LIST_SIGNER_UNKNOWN("The trust list is signed by a key that is not pinned.", true),
  LIST_SIGNER_TWICE("The trust list is signed twice by one key or out of order.", true),
  LIST_SIGNATURES_TOO_FEW("The trust list carries too few signatures.", true);

  private final String text;
  private final boolean permanent;

  Reason(String text, boolean permanent) {
    this.text = text;
    this.permanent = permanent;
  }

  /// One constant English sentence for logs; people see the application's own words.
  public String text() {
    return text;
  }

  /// Whether the same bytes can never be accepted later; only then may a node sign a bounce.
  public boolean permanent() {
    return permanent;
  }
}

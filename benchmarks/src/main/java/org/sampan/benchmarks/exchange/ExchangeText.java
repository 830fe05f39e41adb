package org.sampan.benchmarks.exchange;

/// The words around the figures.
final class ExchangeText {

  private ExchangeText() {}

  static final String HEAD =
      """
      # A letter across the border, beside AS4 and a plain post: what was measured

      Measured in one run, from %s to %s UTC, on %s. Load average before %s, after %s: two cores have room for 2. `./sampan benchmark exchange` wrote this page whole.

      The same for all: 2,048 bytes; two processes (serial collector, 512 MB each) and a PostgreSQL for each (the bundled one, fsync and synchronous_commit on); TLS 1.3 with P-256 over connections that stay open; AWS-LC in front of the JDK's own cryptography; a commit at the sender before sending, one at the receiver before it answers, one at the sender for the answer; six people writing. %,d letters warm up and do not count, %,d (of ours 6,000) go as fast as they can (CPU and letters a second), %,d at 20 a second (the two times, from the sender's outbox to the kept answer). Every letter was looked for in the other side's inbox, whole.

      **CPU** is milliseconds of processor a letter, both processes and both databases together (proc(5), children that ended included). It is the column to compare: on a crowded machine letters a second and times say more about the crowd.

      """;

  static final String COLUMNS =
      """
      | way | CPU ms a letter | of it PostgreSQL | CPU against the first | letters a second | half within | 99 % within |
      |---|---|---|---|---|---|---|
      """;

  static final String IDLE =
      """

      While nobody writes, both nodes and their databases together take %.0f ms of processor a second; that goes on during the letters and is in Sampan's row, so the slower the crowd lets it run, the more it weighs.
      """;

  static final String FOOT =
      """

      What each does for it:
      - **Sampan**: two nodes as they ship (`./sampan chaos --only pace`, through its fault proxy, whose own time is not counted): consent asked, sealed once for the receiving node (ECDH-ES and AES-256-GCM around ECDSA, P-256), audit and transparency log in the same commit, order per case, duplicates known for good, a signed receipt with the receiver's log head. The receiving office's node then sends a letter of its own back (R2, delivered), sealed, ordered, logged and receipted alike and stored by the first: **a row of ours is two crossings**, both in its CPU. The times are to the kept R1, as those of the others.
      - **plain HTTPS POST**: stored, posted, stored, answered, the answer stored. Nothing is signed, and whoever holds the TLS key reads. (The trial `pace` has a plainer one still: one process for both ends, the answer not stored.)
      - **AS4**: phase4 4.4.1 (Apache-2.0) at both ends, its message processor storing in the inbox. WS-Security 1.1.1: the letter as an attachment signed and encrypted (AES-128-GCM, SHA-256), the receipt of non-repudiation signed, checked and compared with the digests that were sent. P-256 is ECDSA with ECDH-ES, HKDF and key wrap, as eDelivery AS4 2.0's elliptic curve profile; RSA 2048 is RSA-SHA256 with RSA-OAEP, as eDelivery AS4 1.15. No order, no audit, no log, no consent, no letter back.

      In AS4's favour: connections stay open (phase4 alone opens one a message), certificates are trusted one by one (no path to a root, no revocation), one key a side for both uses, no compression, no dump of messages, its memory of duplicates in memory (ten minutes), logging off, the JDK's own small HTTPS server. Against it: nothing we know of. phase4's own profile artifacts end at 2.0.0 in Maven Central as seen here, so the profile is set by hand (`As4Terms`).
      """;
}

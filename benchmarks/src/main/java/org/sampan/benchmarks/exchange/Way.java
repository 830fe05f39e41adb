package org.sampan.benchmarks.exchange;

import java.util.Arrays;

/// How a letter travels between our two sides; nodes as they ship travel by themselves.
enum Way {
  /// A post over TLS, answered when it is stored: no secrecy between the ends, no signature.
  PLAIN("plain", "EC", "plain HTTPS POST"),

  /// AS4 by the elliptic curve profile of eDelivery AS4 2.0: ECDSA and ECDH-ES on P-256.
  AS4("as4", "EC", "AS4, P-256"),

  /// AS4 by the common profile of eDelivery AS4 1.15: RSA signature and RSA-OAEP, 2048 bits.
  AS4_RSA("as4-rsa", "RSA", "AS4, RSA 2048");

  final String word;

  /// Of the keys that sign and open letters; TLS has P-256 always.
  final String keys;

  final String title;

  Way(String word, String keys, String title) {
    this.word = word;
    this.keys = keys;
    this.title = title;
  }

  static Way of(String word) {
    return Arrays.stream(values())
        .filter(way -> way.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no way is called " + word));
  }
}

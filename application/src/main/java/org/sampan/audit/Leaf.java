package org.sampan.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.TreeMap;
import org.sampan.sealing.log.Hash;
import tools.jackson.databind.json.JsonMapper;

/// The salted digest that stands for an entry in every proof: SHA-256(0x00 | salt | canonical
/// entry), the leaf of RFC 6962 over salt and entry.
///
/// @param salt 16 random bytes; without them nobody can guess an erased entry back from its digest
record Leaf(byte[] salt, byte[] digest) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Leaf of(Entry entry) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return new Leaf(salt, new Leaf(salt, salt).hash(entry));
  }

  boolean proves(Entry entry) {
    return MessageDigest.isEqual(digest, hash(entry));
  }

  /// What the digest is over, after its 0x00: the salt, then the canonical entry.
  byte[] content(Entry entry) {
    byte[] text = canonical(entry);
    byte[] both = Arrays.copyOf(salt, salt.length + text.length);
    System.arraycopy(text, 0, both, salt.length, text.length);
    return both;
  }

  private byte[] hash(Entry entry) {
    return Hash.ofLeaf(content(entry)).bytes();
  }

  /// Sorted keys, no white space, only texts: the canonical form of RFC 8785 for such objects.
  private static byte[] canonical(Entry entry) {
    TreeMap<String, Object> fields = new TreeMap<>();
    fields.put("id", entry.id().toString());
    fields.put("at", entry.at().toString());
    put(fields, "who", entry.who());
    put(fields, "office", entry.office());
    fields.put("act", entry.act());
    put(fields, "record", entry.record());
    put(fields, "case", entry.caseFile());
    put(fields, "purpose", entry.purpose());
    fields.put("detail", new TreeMap<>(entry.detail()));
    return JSON.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
  }

  private static void put(
      TreeMap<String, Object> fields, String key, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      fields.put(key, value.toString());
    }
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Leaf that
        && Arrays.equals(salt, that.salt)
        && Arrays.equals(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest);
  }

  @Override
  public String toString() {
    return "Leaf";
  }
}

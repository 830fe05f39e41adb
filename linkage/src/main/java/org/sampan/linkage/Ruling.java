package org.sampan.linkage;

import java.io.Serializable;

/// A person's ruling on a pair of records; it outweighs every score.
///
/// @param a identifier of one record
/// @param b identifier of the other
/// @param same whether they are one person
public record Ruling(String a, String b, boolean same) implements Serializable {}

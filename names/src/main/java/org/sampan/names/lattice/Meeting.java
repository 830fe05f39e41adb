package org.sampan.names.lattice;

/// A native segment and the Latin letters it met.
///
/// @param written the native segment in its normal form; empty for letters that no segment spells
/// @param latin the letters; empty for a segment that no letter spells
/// @param bits the logarithm of how much likelier these letters are for this segment than for
///   nobody in particular
/// @param slip whether nobody foresaw this spelling
public record Meeting(String written, String latin, double bits, boolean slip) {}

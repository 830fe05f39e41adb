package org.sampan.linkage;

/// What a scoring run did.
///
/// @param compared pairs that a pass found, each scored in full
/// @param kept pairs handed on
/// @param expectedMatches the sum of the chances of the compared pairs
/// @param completeness the share of all pairs of one person that the passes are thought to find;
///   the true share can be lower where slips come together
public record Scoring(long compared, long kept, double expectedMatches, double completeness) {}

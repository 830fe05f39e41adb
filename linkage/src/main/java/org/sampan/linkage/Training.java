package org.sampan.linkage;

import org.sampan.linkage.model.Model;

/// What learning found.
///
/// @param model the learned model
/// @param linkage the same records under it
/// @param pairs how many pairs were looked at
/// @param rounds of EM
/// @param expectedMatches how many pairs of one person the records are thought to hold
public record Training(
    Model model, Linkage linkage, long pairs, int rounds, double expectedMatches) {}

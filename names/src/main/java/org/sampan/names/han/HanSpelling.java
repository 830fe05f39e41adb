package org.sampan.names.han;

/// A Latin spelling of a whole Han name.
///
/// @param latin surname first, words between blanks, the syllables of the given name in one word
///   each
/// @param log2Probability how likely the name is spelled so, base-2 logarithm, at most 0
public record HanSpelling(String latin, double log2Probability) {}

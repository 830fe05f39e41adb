package org.sampan.names;

/// What stands between two spaces of a name.
///
/// @param written the part as it was written
/// @param script the script of its first letter; [Script#NONE] when it has none
/// @param titleLength how many of its first characters are a title grown together with the name
public record NamePart(String written, Script script, int titleLength) {}

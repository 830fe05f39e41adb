package org.sampan.linkage;

/// What a run will take, said before it.
///
/// @param records how many records
/// @param pairs how many pairs the passes will compare at most
/// @param storeBytes what the records hold
/// @param engineBytes what the engine will hold beside them
public record Footprint(long records, long pairs, long storeBytes, long engineBytes) {}

package org.sampan.web;

/// One entry of the menu. A capability declares its doors as beans; who may not use one never sees
/// it.
///
/// @param path where it leads
/// @param words the key of its name
/// @param order its place in the menu, small first
public record Door(String path, String words, int order) {}

package org.sampan.jobs.disclosure;

/// A text file of a release folder: its name and all of its text.
record TextFile(String name, String text) {}

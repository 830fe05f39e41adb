package org.sampan.benchmarks.exchange;

/// How letters went one way.
///
/// @param aSecond as many as went
/// @param half milliseconds within which half of them were proven to have arrived, at 20 a second
/// @param most the same for 99 % of them
/// @param processor milliseconds a letter, of both sides with their databases
/// @param database of it PostgreSQL's
record Carried(double aSecond, double half, double most, double processor, double database) {}

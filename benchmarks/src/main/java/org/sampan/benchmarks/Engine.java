package org.sampan.benchmarks;

/// Somebody's engine for linking a file within itself.
interface Engine {

  /// Links the people of a file; everything from opening it to the last scored pair.
  Accuracy link(String file) throws Exception;

  /// The peer of this name.
  static Engine named(String name) {
    return switch (name) {
      case "splink-duckdb" -> new SplinkOnDuckDb("damerau_levenshtein");
      case "splink-duckdb-tuned" -> new SplinkOnDuckDb("levenshtein");
      case "jedai" -> new Jedai();
      case "duke" -> new DukeOnLucene();
      case "fuzzy-matcher" -> new FuzzyMatcher();
      default -> throw new IllegalArgumentException("there is no engine " + name);
    };
  }
}

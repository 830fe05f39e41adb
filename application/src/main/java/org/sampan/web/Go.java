package org.sampan.web;

/// The reader goes on to another page (303), so that reloading repeats nothing.
///
/// @param path a path of this node, never an outside address
public record Go(String path) implements Screen {
  public Go {
    if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
      throw new IllegalArgumentException("not a path of this node");
    }
  }
}

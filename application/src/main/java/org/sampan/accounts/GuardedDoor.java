package org.sampan.accounts;

import org.sampan.web.Door;

/// A menu entry and the duty its page needs; declared as a bean by the capability it leads to.
///
/// @param door the entry
/// @param duty shown only to those who have it
public record GuardedDoor(Door door, Duty duty) {

  /// A menu entry that leads to `path`.
  public static GuardedDoor to(String path, String words, int order, Duty duty) {
    return new GuardedDoor(new Door(path, words, order), duty);
  }
}

package org.sampan.database;

/// Something the person who runs the node must mend. The message is one line, written for her, and
/// never holds a value from the database or a password.
public final class DatabaseRefusal extends RuntimeException {

  public DatabaseRefusal(String line) {
    super(line);
  }

  public DatabaseRefusal(String line, Throwable cause) {
    super(line, cause);
  }
}

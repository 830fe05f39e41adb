package org.sampan;

/// Something the person who runs the node must mend before a command can work. The message is one
/// line, written for her; it never repeats a password or anything personal.
public final class OperatorRefusal extends RuntimeException {

  public OperatorRefusal(String line) {
    super(line);
  }
}

package org.sampan.screening;

/// How much one indicator weighs within its dimension, strongest first.
public enum Strength {
  STRONG,
  MEDIUM,
  WEAK
}

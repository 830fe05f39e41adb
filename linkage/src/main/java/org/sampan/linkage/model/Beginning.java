package org.sampan.linkage.model;

import java.util.ArrayList;
import java.util.List;

/// What is thought of each kind's levels before any record was seen; learning replaces it.
final class Beginning {

  private Beginning() {}

  static List<Level> levels(Kind kind) {
    return switch (kind) {
      case NAME ->
          of(
              kind, .75, .005, .02, .0005, .08, .002, .05, .005, .03, .02, .01, .0005, .01, .002,
              .01, .01, .01, .1, .05, .85);
      case FULL_NAME ->
          of(
              kind, .6, .0005, .03, .0001, .15, .002, .1, .005, .07, .03, .01, .0005, .01, .002,
              .01, .01, .01, .1, .04, .9);
      case DATE ->
          of(
              kind, .8, .0005, .08, .003, .02, .0005, .02, .004, .03, .03, .02, .015, .01, .03, .02,
              .9);
      case AGE -> of(kind, .6, .02, .2, .04, .1, .08, .05, .1, .05, .75);
      case SEX -> of(kind, .97, .5, .03, .5);
      case PLACE, TEXT -> of(kind, .65, .005, .15, .005, .05, .02, .05, .05, .1, .92);
      case LOCATION -> of(kind, .75, .01, .08, .02, .05, .05, .06, .7, .06, .22);
      case IDENTIFIER -> of(kind, .85, .0001, .08, .0005, .04, .01, .03, .98);
      case PHONE, NUMBER, KEY -> of(kind, .8, .01, .1, .04, .1, .95);
    };
  }

  private static List<Level> of(Kind kind, double... chances) {
    List<Level> levels = new ArrayList<>();
    for (int level = 0; level < kind.levels().size(); level++) {
      levels.add(new Level(kind.levels().get(level), chances[2 * level], chances[2 * level + 1]));
    }
    return levels;
  }
}

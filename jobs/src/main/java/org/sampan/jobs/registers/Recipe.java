package org.sampan.jobs.registers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way to invent a register, one entity after another.
sealed interface Recipe permits MekongRecipe, FebrlRecipe {

  /// The columns of a row after its identifier and its entity.
  List<String> columns();

  /// The rows of the next few entities: for each entity one row or more.
  List<List<List<@Nullable String>>> next();

  /// The identifier of the row that comes as number `at`, of that entity's row `copy`, from 0.
  String identifier(long at, long entity, int copy);
}

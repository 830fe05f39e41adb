package org.sampan.linkage;

import java.io.Serializable;
import org.sampan.linkage.engine.Batch;
import org.sampan.linkage.engine.BlockBuilding;
import org.sampan.linkage.engine.Budget;

/// Which blocks were too large for the budget of pairs: those cut by finer keys, depth after depth,
/// and those left out in the end.
///
/// @param cut pass by pass and depth by depth, the keys that were cut, sorted
/// @param leftOut pass by pass, the keys that were left out, sorted
public record Purge(int[][][] cut, int[][] leftOut) implements Serializable {

  /// No block is larger.
  public static final int MOST = Batch.MEMBERS;

  /// Nothing was cut or left out.
  public static Purge none(int passes) {
    return new Purge(new int[passes][0][], new int[passes][0]);
  }

  /// The largest size a block of one pass may have, so that all blocks up to it keep to the budget.
  ///
  /// @param records of all sources
  /// @param inScripts whether some column of names has several scripts
  /// @param pairs how many pairs the pass's blocks make before any is cut, by the blocks' size, up
  ///   to [#MOST]
  public static int largest(long records, boolean inScripts, long[] pairs) {
    return BlockBuilding.largest(pairs, Budget.ofPass(records, inScripts));
  }
}

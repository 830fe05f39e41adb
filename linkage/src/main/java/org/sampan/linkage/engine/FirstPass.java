package org.sampan.linkage.engine;

/// Leaves each pair to the first block of the first pass that finds it. The keys of both records
/// tell, so that no pair need be remembered.
final class FirstPass {

  private final Blocks blocks;
  private final int[] first;

  FirstPass(Blocks blocks) {
    this.blocks = blocks;
    this.first = blocks.first;
  }

  /// Whether an earlier block has found a pair of members of this one.
  boolean met(Batch batch, int pass, int block, int i, int j) {
    int[] keys = batch.keys;
    int width = first[blocks.passes];
    boolean earlier = false;
    for (int before = 0; before < pass; before++) {
      int key = keys[i * width + first[before]];
      earlier |= key == keys[j * width + first[before]] && key != 0;
    }
    return earlier
        || blocks.severalUpTo(pass) && metBySound(batch, pass, i, j, batch.blockKeys[block]);
  }

  /// Whether passes with several keys a record have found the pair before this block does: an
  /// earlier pass by any shared key, this one by a shared key that comes first with the first
  /// member.
  private boolean metBySound(Batch batch, int pass, int i, int j, int key) {
    int[] keys = batch.keys;
    int width = first[blocks.passes];
    for (int one = 0; one <= pass; one++) {
      int end = first[one + 1];
      for (int a = first[one]; blocks.several(one) && a < end; a++) {
        int shared = keys[i * width + a];
        for (int b = first[one]; shared != 0 && b < end; b++) {
          if (shared == keys[j * width + b]) {
            return one < pass || shared != key;
          }
        }
      }
    }
    return false;
  }
}

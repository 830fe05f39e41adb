package org.sampan.exchange;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// A test on the pair of nodes that all of them share, each begun with an open road.
abstract class OnTwoNodes {

  static TwoNodes nodes;
  static NodeInTest th;
  static NodeInTest kh;

  @BeforeAll
  static void start() throws Exception {
    nodes = TwoNodes.shared();
    th = nodes.th;
    kh = nodes.kh;
  }

  @BeforeEach
  void anOpenRoad() throws Exception {
    nodes.settle();
  }
}

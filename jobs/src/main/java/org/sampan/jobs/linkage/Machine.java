package org.sampan.jobs.linkage;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this process has taken of the machine.
final class Machine {

  private Machine() {}

  /// Processor time of all threads since the process began.
  static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  /// The most memory the process ever held, the virtual machine's own included; where the system
  /// does not tell, what the heap takes now.
  static long peakBytes() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmHWM:")) {
          return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException untold) {
      // told by the heap below
    }
    return Runtime.getRuntime().totalMemory();
  }

  /// What the heap held after its last clearing.
  static long heldBytes() {
    long held = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
        held += pool.getCollectionUsage().getUsed();
      }
    }
    return held;
  }
}

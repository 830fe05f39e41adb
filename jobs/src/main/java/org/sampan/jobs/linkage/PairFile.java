package org.sampan.jobs.linkage;

import java.util.List;
import org.sampan.jobs.tables.TableWriter;
import org.sampan.linkage.PairSink;
import org.sampan.linkage.record.RecordStore;

/// Writes pairs as they are scored: both identifiers, the evidence in bits, and the chance that
/// they are one person.
final class PairFile implements PairSink, AutoCloseable {

  private final RecordStore store;
  private final double floor;
  private final TableWriter writer;
  private long written;

  PairFile(LinkOptions options, RecordStore store, double floor) {
    this.store = store;
    this.floor = floor;
    this.writer = options.writer("pairs", List.of("a", "b", "bits", "probability"));
  }

  @Override
  public void pair(int a, int b, float bits) {
    if (bits >= floor) {
      written++;
      writer.row(store.id(a), store.id(b), bits(bits), probability(bits));
    }
  }

  long written() {
    return written;
  }

  void keep() {
    writer.keep();
  }

  @Override
  public void close() {
    writer.close();
  }

  /// Bits with two decimals, quicker than a format.
  static String bits(float bits) {
    return fixed(Math.round(bits * 100.0), 100);
  }

  /// The chance that even odds times two to the bits make.
  private static String probability(float bits) {
    return fixed(Math.round(1_000_000 / (1 + Math.pow(2, -(double) bits))), 1_000_000);
  }

  private static String fixed(long number, int unit) {
    long whole = Math.abs(number);
    String part = Long.toString(unit + whole % unit).substring(1);
    return (number < 0 ? "-" : "") + whole / unit + "." + part;
  }
}

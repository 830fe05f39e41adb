package org.sampan.linkage.spark;

import org.apache.spark.sql.SparkSession;

/// One Spark for all tests: two threads, no pages of its own, small stretches of files, so that a
/// file is read by many tasks.
final class Session {

  static final SparkSession SPARK =
      SparkSession.builder()
          .master("local[2]")
          .appName("linkage-spark tests")
          .config("spark.ui.enabled", false)
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", 2)
          .config("spark.sql.files.maxPartitionBytes", 20_000)
          .config("spark.sql.files.openCostInBytes", 1000)
          .config("spark.sql.codegen.wholeStage", false)
          .config("spark.sql.adaptive.enabled", false)
          .config("spark.sql.warehouse.dir", "target/warehouse")
          .getOrCreate();

  private Session() {}
}

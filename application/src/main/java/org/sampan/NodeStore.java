package org.sampan;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.sampan.database.BundledPostgres;
import org.sampan.database.NodeDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The node's database: the bundled PostgreSQL unless another is named, migrated before anybody
/// reads.
@Configuration(proxyBeanMethods = false)
class NodeStore {

  /// The database's name on the bundled server.
  static final String DATABASE = "sampan";

  @Bean
  @ConditionalOnExpression("'${sampan.database.url:}'.isBlank()")
  @ConditionalOnMissingBean({BundledPostgres.class, NodeDatabase.class})
  static BundledPostgres bundled(NodeSettings settings) {
    return BundledPostgres.start(settings.databaseFolder(), BundledPostgres.usualBinaries());
  }

  @Bean
  @ConditionalOnMissingBean
  static NodeDatabase database(NodeSettings settings, ObjectProvider<BundledPostgres> bundled) {
    NodeSettings.Database outside = settings.outside();
    return outside == null
        ? bundled.getObject().ensureDatabase(DATABASE)
        : NodeDatabase.prepare(
            outside.url(), outside.owner(), outside.password(), outside.nodePassword());
  }

  @Bean
  static DataSource dataSource(NodeDatabase database) {
    Migrations.run(database);
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("node");
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.nodeUser());
    pool.setPassword(database.nodePassword());
    pool.setMaximumPoolSize(12);
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(10_000);
    // Errors of the server never quote the values of a row.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(pool);
  }
}

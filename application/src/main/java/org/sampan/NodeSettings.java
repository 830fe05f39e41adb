package org.sampan;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the node's own start needs of the operator's [Settings].
///
/// @param node the node's identifier in the trust list, as `th`
/// @param country the country's two letters
/// @param name the name shown in the header of every page
/// @param folder the node's own folder: keys, bundled database, marks
/// @param address the node's own base address, as other nodes and people reach it
/// @param database an outside PostgreSQL; the bundled one when its URL is absent
@ConfigurationProperties("sampan")
public record NodeSettings(
    String node,
    String country,
    String name,
    Path folder,
    String address,
    @DefaultValue Database database) {

  /// An outside PostgreSQL, 15 or later.
  ///
  /// @param url the JDBC address; empty for the bundled one
  /// @param owner who may create schemas and roles there
  /// @param password the owner's password
  /// @param nodePassword the password the running node will log in with
  public record Database(
      @DefaultValue("") String url,
      @DefaultValue("") String owner,
      @DefaultValue("") String password,
      @DefaultValue("") String nodePassword) {
    @Override
    public String toString() {
      return "Database[" + url + "]";
    }
  }

  /// The bundled database's folder.
  Path databaseFolder() {
    return folder.resolve("database");
  }

  /// The outside database, if one is set.
  @Nullable Database outside() {
    return database.url().isBlank() ? null : database;
  }
}

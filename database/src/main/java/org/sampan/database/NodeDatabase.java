package org.sampan.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;

/// One node's database, with the two ways to log in: as the owner, who migrates, and as the node,
/// whose rights are what the migrations grant to the capabilities' roles.
///
/// @param url JDBC address, the same for both
public record NodeDatabase(
    String url, String ownerUser, String ownerPassword, String nodeUser, String nodePassword) {

  /// The role the running application logs in as, on every server.
  public static final String NODE = "sampan_node";

  private static final String WRONG_PASSWORD = "28P01";
  private static final String NOT_ALLOWED = "42501";
  private static final String QUIET = "logServerErrorDetail";

  /// Adds to the address that the driver's exceptions leave out the server's details, which quote
  /// whole rows and would end in a log.
  public NodeDatabase {
    if (!url.contains(QUIET)) {
      url = url + (url.contains("?") ? "&" : "?") + QUIET + "=false";
    }
  }

  /// Prepares a database that exists, on the bundled server or any other: makes the node's role
  /// when it is absent and lets it in. Doing it again changes nothing.
  ///
  /// Roles belong to the whole server. Two nodes on one outside server therefore share
  /// `sampan_node` and must be given the same `nodePassword`; a second, different one is refused
  /// rather than locking the first node out. With a single node a new password takes the old one's
  /// place.
  ///
  /// @param ownerUser owns the database and may create roles, or finds them made already
  /// @param nodePassword what the application will log in with
  /// @throws DatabaseRefusal when the owner may not do this, naming what to run by hand
  public static NodeDatabase prepare(
      String url, String ownerUser, String ownerPassword, String nodePassword) {
    var database = new NodeDatabase(url, ownerUser, ownerPassword, NODE, nodePassword);
    try (var connection = database.asOwner();
        var statement = connection.createStatement()) {
      var roles = new Roles(connection);
      connection.setAutoCommit(false);
      var madeNow = !roles.exists(NODE);
      if (madeNow) {
        statement.execute("create role " + NODE + " login");
        roles.setPassword(NODE, nodePassword);
      }
      statement.execute(
          "do $$ begin execute format('grant connect on database %I to "
              + NODE
              + "', current_database()); end $$");
      connection.commit();
      if (!madeNow && !database.nodeMayLogIn()) {
        database.changePassword(roles);
        connection.commit();
      }
    } catch (SQLException failed) {
      throw database.refusal("make the role " + NODE + " and let it connect", failed);
    }
    return database;
  }

  /// Makes each capability's role where it is absent (it cannot log in) and the node a member of
  /// it. Call it before the migrations, which grant to these roles.
  public NodeDatabase ensureCapabilities(Collection<String> capabilities) {
    try (var connection = asOwner();
        var statement = connection.createStatement()) {
      var roles = new Roles(connection);
      connection.setAutoCommit(false);
      for (var capability : capabilities) {
        if (!capability.matches("[a-z][a-z_]{0,62}")) {
          throw new IllegalArgumentException("Not a capability: " + capability);
        }
        if (!roles.exists(capability)) {
          statement.execute("create role " + capability + " nologin");
        }
        if (!roles.member(NODE, capability)) {
          statement.execute("grant " + capability + " to " + NODE);
        }
      }
      connection.commit();
    } catch (SQLException failed) {
      throw refusal("make a role for each of " + String.join(", ", capabilities), failed);
    }
    return this;
  }

  /// A connection for migrations and archives; the caller closes it.
  public Connection asOwner() throws SQLException {
    return DriverManager.getConnection(url, ownerUser, ownerPassword);
  }

  /// A connection with the rights the running application has; the caller closes it.
  public Connection asNode() throws SQLException {
    return DriverManager.getConnection(url, nodeUser, nodePassword);
  }

  private boolean nodeMayLogIn() throws SQLException {
    try (var _ = asNode()) {
      return true;
    } catch (SQLException refused) {
      if (WRONG_PASSWORD.equals(refused.getSQLState())) {
        return false;
      }
      throw refused;
    }
  }

  private void changePassword(Roles roles) throws SQLException {
    if (roles.usedElsewhere(NODE)) {
      throw new DatabaseRefusal(
          "Another node on this PostgreSQL server uses the role "
              + NODE
              + " with another password: give both nodes the same one.");
    }
    roles.setPassword(NODE, nodePassword);
  }

  private DatabaseRefusal refusal(String wanted, SQLException failed) {
    if (NOT_ALLOWED.equals(failed.getSQLState())) {
      return new DatabaseRefusal(
          "The database owner %s may not %s: let an administrator run 'alter role %s createrole'."
              .formatted(ownerUser, wanted, ownerUser),
          failed);
    }
    return new DatabaseRefusal(
        "The database could not be prepared (%s): is its address right, and its owner's password?"
            .formatted(failed.getSQLState()),
        failed);
  }

  @Override
  public String toString() {
    return "NodeDatabase[" + url + "]";
  }
}

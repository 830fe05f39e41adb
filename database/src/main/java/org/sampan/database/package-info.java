/// The bundled PostgreSQL, and a whole node carried in one encrypted file.
///
/// A *node* keeps its rows in one PostgreSQL database. [BundledPostgres] starts the programs that
/// come with us in the node's own data folder; [NodeDatabase] prepares that database, or one on a
/// server somebody else runs, with the roles the node needs. [PostgresForTests] gives tests a fresh
/// database in milliseconds.
///
/// [NodeArchive] carries a whole node in one encrypted file.
///
/// Roles: the *owner* (`sampan_owner` when bundled) owns every table and runs the migrations; the
/// *node* (`sampan_node`) is what the running application logs in as; each capability has a role of
/// its own name that cannot log in, to which its migrations grant what it needs, and of which the
/// node is a member. Roles belong to a whole PostgreSQL server, so two nodes on one outside server
/// share them by name; what they may touch is still granted database by database.
///
/// Rules: what can be mended by the person who runs the node is a [DatabaseRefusal], whose message
/// is one line for her; no value of a row may reach a log file or a message; fsync is off for tests
/// alone.
@NullMarked
package org.sampan.database;

import org.jspecify.annotations.NullMarked;

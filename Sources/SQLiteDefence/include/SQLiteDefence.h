#ifndef SQLITE_DEFENCE_H
#define SQLITE_DEFENCE_H

struct sqlite3;

/// Makes a connection safe for files from others: SQL cannot write to the schema or to shadow tables (defensive mode),
/// functions and virtual tables that are not known to be harmless do not run from within the schema, and extensions
/// cannot be loaded.
///
/// Swift cannot call sqlite3_db_config, which takes a variable number of arguments.
///
/// Returns SQLite's result code: 0 when all of it is in force.
int sqlite_defend(struct sqlite3 *connection);

#endif

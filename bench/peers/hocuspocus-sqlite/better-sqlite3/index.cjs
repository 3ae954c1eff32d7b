// The few calls that Hocuspocus makes of better-sqlite3, on Node's own SQLite.
const { DatabaseSync } = require('node:sqlite');

module.exports = class Database extends DatabaseSync {};

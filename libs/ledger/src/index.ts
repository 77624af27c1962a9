export { Ledger, appendStatements, lockHead } from './ledger.js';
export type { AsOf, Entry, EntryKind, Head, NewEntry } from './ledger.js';
export { Follower } from './follower.js';
export type { FollowerOptions, FollowerStatus } from './follower.js';
export { contentDigest } from './domain/digest.js';
export { ledgerMigration } from './storage/ledger.migration.js';

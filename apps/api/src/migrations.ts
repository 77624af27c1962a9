import { ledgerMigration } from '#ledger';
import { lotsMigration } from '#lots';
import { operationsMigration, type Migration } from '#platform';
import {
  pastDispatchesMigration,
  pastSearchMigration,
  provenanceMigration,
  recallMigration,
  searchMigration,
} from '#provenance';
import { registryMigration } from '#registry';
import { findingsMigration, screeningFactsMigration } from '#screening';

/** Every migration of every capability; applied in order of their ids. */
export const MIGRATIONS: readonly Migration[] = [
  ledgerMigration,
  operationsMigration,
  registryMigration,
  lotsMigration,
  provenanceMigration,
  recallMigration,
  searchMigration,
  findingsMigration,
  screeningFactsMigration,
  pastDispatchesMigration,
  pastSearchMigration,
];

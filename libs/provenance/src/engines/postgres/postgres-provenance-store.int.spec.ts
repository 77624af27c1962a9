import { TestLots } from '#testing';
import { describeProvenanceStore } from '../../provenance-store.contract.js';
import { provenanceMigration } from '../../storage/provenance.migration.js';
import { PostgresProvenanceStore } from './postgres-provenance-store.js';

describeProvenanceStore('on PostgreSQL', async () => {
  const lots = await TestLots.start([provenanceMigration]);
  return { lots, store: new PostgresProvenanceStore(lots.database), caughtUp: async () => Promise.resolve() };
});

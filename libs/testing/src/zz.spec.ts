import { test } from '@jest/globals';
import { wideBlend, diamondLattice, LATTICE_DECLARATION } from './history/lattice.js';
import { recorded } from './history/recorded.js';
import { Oracle } from './oracle/oracle.js';
import { lot, mining, processing } from './history/build.js';
import { hour, uscc } from './history/codes.js';
import type { ContractEvent } from './contract.js';
test('wide', () => {
  for (const h of [diamondLattice(10, 40), wideBlend(3000)]) {
  const t = Date.now();
  const a = new Oracle(recorded(h.events), h.registry).shipment(LATTICE_DECLARATION);
  console.log('WIDE', Date.now() - t, a.origins.length);
  a.origins[0]!.bounds();
  console.log('WIDE B', Date.now() - t, a.origins.length);
}}, 300000);
test.each([100, 500])('chain %s', n => {
  const assay = { La: 30, Ce: 50, Nd: 20 };
  const chain: ContractEvent[] = [mining({ yields: [lot({ lot: 'C0', assay })] })];
  for (let i = 1; i <= n; i++) {
    chain.push(mining({ yields: [lot({ lot: `M${i}`, massKg: 1000, assay })], occurredAt: hour(i) , licence: `L${i % 7}`}));
    chain.push(processing({ process: 'BLEND', occurredAt: hour(i), draws: [{ lot: `C${i - 1}`, massKg: 9000 }, { lot: `M${i}`, massKg: 1000 }], yields: [lot({ lot: `C${i}`, assay })] }));
  }
  const t = Date.now();
  const a = new Oracle(recorded(chain), { enterprises: [], sites: [], permits: [], customsDeclarations: [] }).lot(uscc(1), `C${n}`);
  console.log('CHAIN', n, Date.now() - t, a.origins.length);
  if (n < 200) a.origins[0]!.bounds();
  console.log('CHAIN B', n, Date.now() - t, a.origins.length);
}, 300000);

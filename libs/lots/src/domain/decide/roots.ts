import { createHash } from 'node:crypto';
import { parseInstant, yearOf } from '#kernel';
import { countryCode } from '#catalogue';
import type {
  ImportEvent, MaterialEvent, MiningEvent, OpeningStockEvent, ScrapIntakeEvent, UndispatchedReceiptEvent,
} from '../event-schema.js'; // prettier-ignore
import type { RootPlan } from '../state.js';
import { addEventRow, type Deciding, refuseUnknownCountry } from './deciding.js';
import { addYields, declareLots, nominal } from './yields.js';

type RootEvent = MiningEvent | ImportEvent | ScrapIntakeEvent | OpeningStockEvent | UndispatchedReceiptEvent;

/** What a root event says about where its material is from. */
type RootIdentity = Pick<RootPlan, 'sourceId' | 'kind' | 'reference'> & Partial<Pick<RootPlan, 'region' | 'party'>>;

/** Mining, import, scrap intake, opening stock, and goods that nobody dispatched: new holdings from one source. */
export function decideRoot(deciding: Deciding<RootEvent>): void {
  const { ws, event, identity, occurredAt, seq } = deciding;
  const from = event.type === 'mining' && event.from ? parseInstant(event.from) : undefined;
  if (event.type === 'import') refuseUnknownCountry(deciding, '/originCountry', event.originCountry);
  const lots = declareLots(deciding, event.yields, from, nominal);
  addEventRow(
    deciding,
    'from' in event && typeof event.from === 'object' && event.from.uscc ? { counterparty: event.from.uscc } : {},
  );
  const poolNo = identity.poolNo('root');
  addYields(deciding, lots, poolNo);
  const region = ws.regionOf(event.enterprise, event.site, occurredAt);
  const root: RootPlan = {
    ...(region === undefined ? {} : { region }),
    ...rootIdentity(event, deciding.id),
    eventNo: identity.no,
    enterprise: event.enterprise,
    year: yearOf(occurredAt),
    occurredAt,
    massG: totalMass(lots),
    firstSeq: identity.firstSeq,
  };
  ws.addRoot(root, seq);
  ws.addPool({ kind: 'root', key: 'root', no: poolNo, eventNo: identity.no, tenant: event.enterprise, root });
}

const totalMass = (lots: readonly { massG: number }[]): number => lots.reduce((sum, lot) => sum + lot.massG, 0);

/** The source a root event belongs to. */
export function rootIdentity(event: RootEvent, id: string): RootIdentity {
  const year = yearOf(parseInstant(event.occurredAt)!);
  switch (event.type) {
    case 'mining':
      return { sourceId: `mining-licence:${event.licence}:${year}`, kind: 'mine', reference: event.licence };
    case 'import': {
      const { declaration, originCountry } = event;
      return {
        sourceId: `import:${declaration}`,
        kind: 'import',
        reference: declaration,
        region: countryCode(originCountry) ?? originCountry,
      };
    }
    case 'scrap-intake': {
      const reference = event.supplier.uscc ?? nameDigest(event.supplier.name);
      const party = event.supplier.uscc;
      return { sourceId: `scrap:${reference}:${year}`, kind: 'scrap', reference, ...(party ? { party } : {}) };
    }
    case 'opening-stock':
      return { sourceId: `opening-stock:${event.enterprise}`, kind: 'opening-stock', reference: event.enterprise };
    case 'receipt':
      return { sourceId: `undispatched:${id}`, kind: 'undispatched', reference: id };
  }
}

/** Stands for a supplier known by name only, without showing the name. */
const nameDigest = (name: string): string =>
  createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 16);

export const isRoot = (event: MaterialEvent): event is RootEvent => 'yields' in event && event.type !== 'processing';

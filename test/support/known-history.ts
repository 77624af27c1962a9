import { type Database, enqueueStatement } from '#platform';
import {
  correction, dispatch, enterprise, exporting, importDeclaration, importing, licence, lot, mining, openingStock,
  processing, receipt, registry, scrapIntake, site, stocktake, undispatchedReceipt,
  TESTER, type ContractEvent, type RegistryItems, day, declarationNumber, licenceNumber, uscc, uuid,
} from '#testing'; // prettier-ignore
import type { TestApi } from './api.js';

/** Mines and separates; has sent a lot that nobody has answered. */
export const MINE = uscc(11);
/** Buys, counts and exports. */
export const EXPORTER = uscc(12, '310000');
/** In the registry, and that is all. */
export const BYSTANDER = uscc(13, '150200');
/** Valid, in no registry. */
export const STRANGER = uscc(14);

export const LICENCE = licenceNumber(11);
export const IMPORT_NUMBER = declarationNumber(11, 'import');
export const EXPORT_NUMBER = declarationNumber(11, 'export');
export const INVOICE_NUMBER = '26360000000000000011';
export const SITE = 'KNOWN-P1';

const by = { enterprise: MINE };
const mixture = { product: 'MRC', massKg: 3_000, reoPercent: 42 };

export const mined = mining({
  ...by,
  licence: LICENCE,
  yields: [lot({ lot: 'ORE' }), lot({ lot: 'SAME', massKg: 10 })],
});

/** Separates ore; what it yields is separated further by {@link secondRun}. */
export const firstRun = processing({
  ...by,
  process: 'SEPARATION',
  site: SITE,
  draws: [{ lot: 'ORE', massKg: 5_000 }],
  yields: [lot({ lot: 'MIX', ...mixture }), lot({ lot: 'MIX-2', ...mixture })],
});

export const secondRun = processing({
  ...by,
  process: 'SEPARATION',
  occurredAt: day(2),
  draws: [{ lot: 'MIX-2', massKg: 2_000 }],
  yields: [lot({ lot: 'FINE', ...mixture, massKg: 1_500 }), lot({ lot: 'FINE-2', ...mixture, massKg: 100 })],
});

/** On its way, never answered: all there is of the lot `FINE`. */
export const waiting = dispatch({
  ...by,
  to: EXPORTER,
  occurredAt: day(3),
  draws: [{ lot: 'FINE', massKg: 1_500 }],
});

export const sent = dispatch({
  ...by,
  to: EXPORTER,
  occurredAt: day(3),
  draws: [{ lot: 'MIX', massKg: 2_000, unitPrice: 58_000 }],
  documents: [{ kind: 'vat-invoice', number: INVOICE_NUMBER }],
});
export const accepted = receipt(sent, { occurredAt: day(4), items: [{ lot: 'MIX', massKg: 1_999.5 }] });

const back = dispatch({ ...by, to: EXPORTER, occurredAt: day(3), draws: [{ lot: 'MIX', massKg: 100 }] });
const rejected = receipt(back, { occurredAt: day(4), outcome: 'rejected' });

export const imported = importing({
  enterprise: EXPORTER,
  declaration: IMPORT_NUMBER,
  yields: [lot({ lot: 'IMP', product: 'ENR-IMP', reoPercent: 92 }), lot({ lot: 'SAME', massKg: 20 })],
});

const sale = dispatch({ enterprise: EXPORTER, to: MINE, occurredAt: day(2), draws: [{ lot: 'SAME', massKg: 5 }] });
/** Since then {@link MINE} holds two lots `SAME`, its own and the exporter's. */
const sameAgain = receipt(sale, { occurredAt: day(3) });

const others: readonly ContractEvent[] = [
  scrapIntake({ enterprise: BYSTANDER }),
  openingStock({ ...by, yields: [lot({ lot: 'OLD' })] }),
  undispatchedReceipt({ ...by, yields: [lot({ lot: 'FOUND' })] }),
  stocktake({ enterprise: EXPORTER, counts: [{ lot: 'IMP', countedKg: 9_990 }] }),
];

export const exported = exporting({
  enterprise: EXPORTER,
  declaration: EXPORT_NUMBER,
  items: [
    { lot: 'MIX', massKg: 500 },
    { lot: 'IMP', massKg: 100 },
  ],
});

export const wrong = mining({ ...by, licence: LICENCE, yields: [lot({ lot: 'WRONG' })] });
/** Takes {@link wrong} back. */
export const taken = correction(wrong);

/** A small history in which every kind of event, every state and every kind of question has something to find. */
export const KNOWN_EVENTS: readonly ContractEvent[] = [
  mined, firstRun, secondRun, waiting, sent, accepted, back, rejected, imported, sale, sameAgain, ...others, exported,
  wrong, taken,
]; // prettier-ignore

export const KNOWN_ITEMS: RegistryItems = registry({
  enterprises: [
    enterprise(MINE, ['mine', 'smelter']),
    enterprise(EXPORTER, ['importer', 'exporter']),
    enterprise(BYSTANDER, ['recycler']),
  ],
  sites: [site(SITE, MINE)],
  permits: [licence(LICENCE, MINE)],
  customsDeclarations: [importDeclaration(IMPORT_NUMBER, EXPORTER)],
});

/** Id of a job that has ended. */
export const OPERATION = uuid(11);

/** Records the history, a decision and a job, all through the service where it takes them. */
export async function recordKnownHistory(api: TestApi, database: Database): Promise<void> {
  const { enterprises, sites, permits, customsDeclarations } = KNOWN_ITEMS;
  const collections = { enterprises, sites, permits, 'customs-declarations': customsDeclarations };
  for (const [name, items] of Object.entries(collections))
    await mustBe(200, api.put(`/v1/registry/${name}`, { items }));
  await mustBe(201, api.post('/v1/events', { events: KNOWN_EVENTS }));
  const decision = { status: 'legal', note: '现场核查' };
  await mustBe(201, api.post(`/v1/sources/opening-stock:${MINE}/decisions`, decision));
  await recordOperation(database);
}

async function mustBe(status: number, answer: ReturnType<TestApi['get']>): Promise<void> {
  const { status: given, text } = await answer;
  if (given !== status) throw new Error(`The history of the test is not taken: ${given} ${text}`);
}

async function recordOperation(database: Database): Promise<void> {
  const kind = 'known-work'; // nobody's, so that no runner takes it
  const { text, values = [] } = enqueueStatement(TESTER, kind, { pools: 1 }, { key: 'known' });
  await database.write(TESTER, async tx => {
    await tx.query(text, values);
    await tx.query(`UPDATE operation SET id = $1, state = 'done', progress = 1 WHERE kind = $2`, [OPERATION, kind]);
  });
}

import {
  declarationNumber,
  day,
  enterprise,
  importDeclaration,
  importing,
  licence,
  licenceNumber,
  lot,
  mining,
  processing,
  uscc,
} from '#testing';
import type { HistoryCase } from './facts-of-history.contract.js';
import type { RegistryItems } from './facts/registry-items.js';

type Registry = NonNullable<HistoryCase['registry']>;

/** A mine, a smelter, a recycler, a trader and a second smelter, all of one province. */
export const MINE = uscc(1);
export const SMELTER = uscc(2);
export const RECYCLER = uscc(3);
export const TRADER = uscc(4);
export const OTHER = uscc(5);

export const cast = [
  enterprise(MINE, ['mine']),
  enterprise(SMELTER, ['smelter']),
  enterprise(RECYCLER, ['recycler']),
  enterprise(TRADER, ['trader']),
  enterprise(OTHER, ['smelter']),
];

/** Items with the usual cast beside them. */
export const registry = (items: { readonly [Name in keyof RegistryItems]?: readonly unknown[] } = {}): Registry =>
  ({ enterprises: cast, ...items }) as unknown as Registry;

export const quota = (holder: string, tonnesReo: number, given: Partial<RegistryItems['quotas']> = {}) => ({
  source: 'test',
  year: 2026,
  batch: 1,
  kind: 'separation' as const,
  holder,
  tonnesReo,
  issuer: '工业和信息化部',
  ...given,
});

/** A project approval, valid from 2020 to 2030. */
export const approval = (number: string, holder: string, given: Partial<RegistryItems['permits']> = {}) => ({
  ...licence(number, holder),
  kind: 'project-approval',
  issuer: '省工业和信息化主管部门',
  issuerRegion: '360000',
  ...given,
});

/** Ten tonnes of concentrate with six tonnes of REO, mined on day 1 by an enterprise under a licence. */
export const ore = (code = 'ORE', enterpriseCode = MINE, given: Partial<Parameters<typeof mining>[0]> = {}) =>
  mining({ enterprise: enterpriseCode, licence: licenceNumber(1), occurredAt: day(1), yields: [lot({ lot: code })], ...given }); // prettier-ignore

/** A licence that makes the ore legal, and one that does not. */
export const legal = licence(licenceNumber(1), MINE);
export const revoked = licence(licenceNumber(1), MINE, { status: 'revoked' });

/** Import of ten tonnes of ion enrichment on day 1, and its declaration. */
export const imported = (given: Partial<Parameters<typeof importing>[0]> = {}) =>
  importing({ enterprise: SMELTER, declaration: IMPORT, occurredAt: day(1), yields: [lot({ lot: 'IMP', product: 'ENR-IMP', reoPercent: 92 })], ...given }); // prettier-ignore
export const IMPORT = declarationNumber(1, 'import');
export const declared = (party = SMELTER, given: Partial<Parameters<typeof importDeclaration>[2]> = {}) =>
  importDeclaration(IMPORT, party, given);

/** A run of a process from one lot to another of the same REO, at 42 %. */
export const run = (enterpriseCode: string, from: string, to: string, given: Partial<Parameters<typeof processing>[0]> = {}) =>
  processing({
    enterprise: enterpriseCode,
    process: 'SMELT_DECOMP',
    occurredAt: day(10),
    draws: [{ lot: from, massKg: 7_000 }],
    yields: [lot({ lot: to, product: 'MRC', massKg: 10_000, reoPercent: 42 })],
    ...given,
  }); // prettier-ignore

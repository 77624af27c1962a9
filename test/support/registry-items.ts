import { enterprise, importDeclaration, licence, site } from '#testing';
import { BYSTANDER, EXPORTER, MINE, SITE, STRANGER } from './known-history.js';

const supplied = { source: 'test' };

/** A line of an invoice. */
export const invoiceLine = { item: '氧化镨钕', massKg: 1, basis: 'physical', unitPrice: 1, amount: 1 };

/** An item of each collection that would be taken as it is. */
export const ITEMS = {
  enterprises: { ...enterprise(STRANGER, ['trader']) },
  sites: { ...site('NEW-1', MINE) },
  permits: { ...licence('C3600002010125000000099', MINE) },
  quotas: { ...supplied, year: 2026, batch: 1, kind: 'separation', holder: MINE, tonnesReo: 10, issuer: 'x' },
  'published-lists': { ...supplied, year: 2026, kind: 'mine', enterprise: MINE, group: MINE },
  invoices: {
    ...supplied, number: '26360000000000000099', type: 'digital-special', seller: MINE, buyer: EXPORTER,
    issuedAt: '2026-01-01T00:00:00+08:00', region: '360700', state: 'normal', lines: [invoiceLine],
  },
  'customs-declarations': { ...importDeclaration('422020261000000099', EXPORTER) },
  'inspection-certificates': { ...supplied, number: 'JC-99', lots: ['ORE'], massKg: 1, date: '2026-01-02', result: 'pass' },
  'resource-tax-certificates': {
    ...supplied, number: 'ZY-99', taxpayer: MINE, region: '360700', period: '2026-10', massKg: 1, product: 'CON-BAS',
  },
  samples: {
    ...supplied, number: 'QY-99', enterprise: MINE, site: SITE, takenAt: '2026-01-01T00:00:00+08:00', point: 'ore',
    assay: { La: 50 },
  },
  sanctions: { ...supplied, number: 'CF-99', enterprise: BYSTANDER, kind: 'blacklist', from: '2026-01-01', basis: 'x' },
  'monthly-reports': {
    ...supplied, enterprise: MINE, month: '2026-10', product: 'CON-BAS', producedReoT: 1, purchasedT: 0, soldT: 0,
    exportedT: 0, stockT: 0, submittedAt: '2026-11-01T00:00:00+08:00',
  },
  leads: { ...supplied, number: 'XS-99', kind: 'tip', receivedAt: '2026-01-01T00:00:00+08:00', region: '360700' },
  inspections: { ...supplied, number: 'JC-98', region: '360700', kind: 'routine', date: '2026-01-01', authority: 'x' },
  'tax-returns': {
    ...supplied, taxpayer: MINE, tax: 'vat', period: '2026-10', taxableAmount: 1, due: 1, paid: 1, filedAt: '2026-11-01',
  },
  monitoring: {
    ...supplied, number: 'HJ-99', enterprise: MINE, point: 'DW001', parameter: 'SO2', from: '2026-01-01T00:00:00+08:00',
  },
  cases: { ...supplied, number: 'AJ-99', region: '360700', rules: ['REC-01'], stage: 'lead', stageSince: '2026-01-01' },
  feeds: {
    ...supplied, feed: 'tax-99', department: 'tax', collection: 'invoices', periodDays: 1, lastAt: '2026-01-01T00:00:00+08:00',
  },
} as const; // prettier-ignore

import { findProduct } from '#catalogue';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts } from '../facts/facts.js';
import type { Period } from '../periods.js';
import { type Declaration } from '../readings/customs.js';
import { isFinal, type Report, reportKey, ownReportsOf } from '../readings/reports.js';
import { defineRule } from '../rule.js';

/** Headings of ore and concentrate; under those of 2846 compounds pass as well. */
const ORE = ['253090', '2612', '28469019', '28469048', '28469099'];

/** Imports that the monthly report leaves out (进口矿未如实填报). */
export default defineRule({
  code: 'IMP-03',
  kind: 'C',
  title: { zh: '进口矿采购未如实填报', en: 'Imported ore left out of the monthly report' },
  reading: {
    zh: '自次月 13 日起,企业当月进口报关的矿产品重量与月报进口采购量相差超过 1% 且超过 1 吨的,立一条。无月报的归 REP-01、REP-03。',
    en: 'From the 13th of the next month: the ore an enterprise declared for import in the month differs from what its report says was imported by more than 1 % and 1 t. A month without any report is the case of REP-01 and REP-03.',
  },
  severity: 'S2',
  authorities: ['industry', 'customs'],
  basis: [
    { document: DOCUMENTS.notice2018, clause: '二(二)', quotation: { zh: '如实填报原材料采购(含进口矿采购数量)', en: 'Purchases of raw materials, imported ore included, are reported truthfully' } },
  ],
  parameters: {
    share: { value: 1, min: 0, max: 100, unit: '%', meaning: { zh: '允许差占比', en: 'Share that may differ' } },
    floorT: { value: 1, min: 0, max: 1000000.0, unit: 't', meaning: { zh: '允许差下限', en: 'Tonnes that may differ in any case' } },
  },
  *onMonth(uscc, month, facts, { share, floorT }) {
    const reports = ownReportsOf(uscc, month, facts);
    if (!isFinal(month, facts.clock) || reports.length === 0) return;
    const declarations = importsOf(uscc, month, facts);
    const declaredT = declarations.reduce((sum, each) => sum + oreKg(each), 0) / 1000;
    const reportedT = importedT(reports.filter(isOfOre));
    const maybeT = reportedT + importedT(reports.filter(row => !isOfOre(row) && isUnderOre(row)));
    const difference = Math.max(reportedT - declaredT, declaredT - maybeT);
    if (difference <= floorT || difference * 100 <= share * Math.max(declaredT, reportedT)) return;
    yield {
      enterprise: uscc,
      period: month.label,
      at: month.until - 1,
      amount: { value: difference, unit: 't' },
      evidence: {
        documents: [...declarations.map(({ number }) => `customs-declarations/${number}`), ...reports.map(reportKey)],
        figures: [
          { name: { zh: '报关进口量', en: 'Declared to customs' }, value: declaredT, unit: 't' },
          { name: { zh: '月报进口量', en: 'Reported as imported' }, value: reportedT, unit: 't' },
        ],
      },
    };
  },
}); // prettier-ignore

const importsOf = (uscc: string, { label }: Period, { registry }: ChainFacts): Declaration[] =>
  registry
    .where('customs-declarations', 'party', uscc)
    .filter(({ direction, date, ...each }) => direction === 'import' && date.startsWith(label) && oreKg(each) > 0);
// prettier-ignore

const importedT = (reports: readonly Report[]): number => reports.reduce((sum, { importedT = 0 }) => sum + importedT, 0);

const isOfOre = ({ product }: Report): boolean => ['ORE', 'CONC'].includes(findProduct(product)?.stage ?? '');

/** Compounds that customs know under a code of ores. */
const isUnderOre = ({ product }: Report): boolean => findProduct(product)?.hs.some(isOre) ?? false;

const isOre = (hsCode: string): boolean => ORE.some(head => hsCode.startsWith(head));

const oreKg = ({ lines }: Pick<Declaration, 'lines'>): number =>
  lines.filter(({ hsCode }) => isOre(hsCode)).reduce((sum, { massKg }) => sum + massKg, 0);

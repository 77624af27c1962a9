import { DOCUMENTS } from '../documents.js';
import type { EventFact } from '../facts/facts.js';
import { type Residue, residuesOf } from '../readings/residues.js';
import { DAY_MS } from '../periods.js';
import { isRunOf } from '../readings/production.js';
import { type Cause, defineRule } from '../rule.js';

const THORIUM_FEED: readonly string[] = ['CON-MIX', 'CON-BAS', 'CON-MON'];

/** Radioactive residue not accounted for, or kept too long (妥善处理处置含放射性废渣). */
export default defineRule({
  code: 'ENV-08',
  kind: 'V',
  title: { zh: '含放射性废渣未妥善处置', en: 'Radioactive residue not handled by rule' },
  reading: {
    zh: '分解混合型、氟碳铈或独居石精矿而既没有放射性废渣损失也没有产出含放射性废渣；或含放射性废渣在规定天数之后仍未发往持有有效废物许可证的单位（发往无证单位的不算）。已发出的随即不再成立；持有废物许可证的单位自身除外。',
    en: 'Mixed, bastnaesite or monazite concentrate was decomposed with neither a loss nor a yield of radioactive residue; or residue has not gone to a holder of a valid waste licence in the days set (others do not count). Once it has gone the finding goes; holders of such a licence are exempt themselves.',
  },
  severity: 'S3',
  authorities: ['environment'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '四(七)',
      quotation: { zh: '妥善处理处置含放射性废渣', en: 'Radioactive residue is treated and disposed of properly' },
    },
  ],
  parameters: {
    keepDays: {
      value: 180,
      min: 0,
      max: 3650,
      unit: 'd',
      meaning: { zh: '废渣留存的最长天数', en: 'Longest time residue may be kept' },
    },
  },
  *onEvent(event) {
    if (isRunOf(event, ['SMELT_DECOMP']) && drawsThorium(event) && !hasResidue(event)) yield unaccounted(event);
  },
  *onEnterprise(uscc, facts, { keepDays }) {
    for (const residue of residuesOf(uscc, facts)) {
      const due = residue.since + keepDays * DAY_MS;
      if (residue.massG > 0 && facts.clock > due) yield keptTooLong(uscc, residue, due, keepDays);
    }
  },
});

const drawsThorium = ({ draws }: EventFact): boolean =>
  draws.some(({ lot }) => THORIUM_FEED.includes(lot.product.code));

function hasResidue({ content, yields }: EventFact): boolean {
  const losses = content.type === 'processing' ? (content.losses ?? []) : [];
  const isLost = losses.some(({ kind, massKg }) => kind === 'radioactive-residue' && massKg > 0);
  return isLost || yields.some(({ lot, massG }) => lot.product.code === 'WST-RAD' && massG > 0);
}

const unaccounted = (event: EventFact): Cause => ({
  enterprise: event.enterprise,
  subject: event.id,
  event: event.id,
  at: event.at,
  evidence: {
    events: [event.id],
    lots: event.draws.map(({ lot }) => lot.key),
    note: { zh: '没有放射性废渣的损失或产出', en: 'Neither a loss nor a yield of radioactive residue' },
  },
});

const keptTooLong = (uscc: string, { lot, since, massG, events }: Residue, at: number, keepDays: number): Cause => ({
  enterprise: uscc,
  subject: lot.key,
  ...(events.length === 1 ? { event: events[0]! } : {}),
  at,
  amount: { value: massG / 1000, unit: 'kg' },
  evidence: {
    events,
    lots: [lot.key],
    figures: [
      { name: { zh: '应处置截至天数', en: 'Days allowed' }, value: keepDays, unit: 'd' },
      { name: { zh: '已留存天数', en: 'Days kept when it fell due' }, value: Math.round((at - since) / DAY_MS), unit: 'd' },
    ],
  },
}); // prettier-ignore

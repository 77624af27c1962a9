import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, EventFact } from '../facts/facts.js';
import { DAY_MS, type Period } from '../periods.js';
import { lockOf } from '../readings/reports.js';
import { type Cause, defineRule } from '../rule.js';

const DATED: readonly string[] = ['mining', 'import', 'scrap-intake', 'opening-stock', 'processing', 'dispatch'];

/** Arbitrary alteration of data (随意更改数据): one finding an enterprise and month altered. */
export default defineRule({
  code: 'REP-06',
  kind: 'V',
  title: { zh: '随意更改数据', en: 'Data altered at will' },
  reading: {
    zh: '以月为单位:(一)该月锁定(次月 13 日 24 时)后未经批准更正该月事件;(二)该月事件更正超过 3 次;(三)来源、加工、发货事件录入时间晚于发生时间 30 天以上且不是历史数据补录。每企业每月一条。',
    en: 'For each month: (a) an event of it was corrected after its lock (the 13th of the next month, 24:00) without approval; (b) its events were corrected more than three times; (c) a root, run or dispatch was entered more than 30 days after it happened and is no backfill. One finding an enterprise and month.',
  },
  severity: 'S3',
  authorities: ['industry'],
  basis: [
    { document: DOCUMENTS.quotaDraft, clause: '11', quotation: { zh: '不得拒报、虚报、瞒报和随意更改数据', en: 'Data must not be refused, overstated, concealed or altered at will' } },
  ],
  parameters: {
    lockDay: { value: 13, min: 1, max: 28, unit: 'd', meaning: { zh: '锁定日(次月)', en: 'Day of the next month at whose end a month locks' } },
    maxCorrections: { value: 3, min: 0, max: 1000, unit: '', meaning: { zh: '每月更正次数上限', en: 'Corrections a month may have' } },
    backdateDays: { value: 30, min: 0, max: 3650, unit: 'd', meaning: { zh: '倒签天数上限', en: 'Days an entry may come late' } },
  },
  *onMonth(uscc, month, facts, { lockDay, maxCorrections, backdateDays }) {
    const corrected = correctionsOf(uscc, month, facts);
    const locked = corrected.filter(({ at, enteredAt, approvedBy }) => approvedBy === undefined && enteredAt >= lockOf(at, lockDay));
    const often = corrected.length > maxCorrections ? corrected : [];
    const late = facts.eventsOf(uscc).filter(event => isInMonth(event, month) && isBackdated(event, backdateDays));
    if (locked.length + often.length + late.length === 0) return;
    yield causeOf(uscc, month, { locked: locked.length, corrections: corrected.length, late: late.length }, [...new Set([...locked, ...often].map(({ event }) => event)), ...late.map(({ id }) => id)]);
  },
}); // prettier-ignore

const isInMonth = ({ at }: { readonly at: number }, { from, until }: Period): boolean => from <= at && at < until;

/** Corrections of what happened in a month, with what they correct. */
const correctionsOf = (uscc: string, month: Period, facts: ChainFacts) =>
  facts
    .corrected(uscc)
    .filter(each => isInMonth(each, month))
    .flatMap(({ event, at, corrections }) =>
      corrections.map(({ enteredAt, approvedBy }) => ({ event, at, enteredAt, approvedBy })),
    );
// prettier-ignore

function isBackdated({ content, at, enteredAt }: EventFact, days: number): boolean {
  const isDated = DATED.includes(content.type) || (content.type === 'receipt' && 'from' in content);
  return isDated && content.backfill === undefined && enteredAt - at > days * DAY_MS;
}

interface Counts {
  readonly locked: number;
  readonly corrections: number;
  readonly late: number;
}

const causeOf = (uscc: string, month: Period, counts: Counts, events: readonly string[]): Cause => ({
  enterprise: uscc,
  period: month.label,
  at: month.until - 1,
  evidence: {
    events,
    figures: [
      { name: { zh: '锁定后未经批准的更正', en: 'Corrections after the lock without approval' }, value: counts.locked, unit: '' },
      { name: { zh: '更正次数', en: 'Corrections' }, value: counts.corrections, unit: '' },
      { name: { zh: '倒签录入', en: 'Entries that came late' }, value: counts.late, unit: '' },
    ],
  },
}); // prettier-ignore

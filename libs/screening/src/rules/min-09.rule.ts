import { DOCUMENTS } from '../documents.js';
import type { EventFacts } from '../facts/facts.js';
import { reoFigure } from '../readings/figures.js';
import { isMining, miningCause, type MiningFact, miningRight, placeOf, wonUpTo } from '../readings/mining-rights.js';
import { isValidAt, permitsFor } from '../readings/permits.js';
import type { PermitItem } from '../facts/registry-items.js';
import { type Bilingual, defineRule, type Figure } from '../rule.js';

/** Recovery beyond its approval or with papers missing. Recovery without any approval is MIN-08's. */
export default defineRule({
  code: 'MIN-09',
  kind: 'V',
  title: { zh: '建设工程回收利用稀土手续不全', en: 'Recovery from construction with papers incomplete' },
  reading: {
    zh: '所引回收批复在登记中，但事件不在其有效期内（或已暂停、吊销），或该批复名下累计产出（折 REO）超过批准数量，或该场所没有任何环评批复。范围、矿种和工艺归 MIN-10。',
    en: 'The recovery approval cited is known, but the event lies outside its term (or it is suspended or revoked), or all that was won under it (REO) exceeds the quantity approved, or the site has no environmental approval of any date. Area, minerals and processes are MIN-10’s.',
  },
  severity: 'S3',
  authorities: ['resources', 'industry'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(一)',
      quotation: {
        zh: '清理建设工程回收利用稀土资源项目，未经审批或手续不全的责令停产',
        en: 'Projects that recover rare earths from construction are reviewed; without approval or with papers incomplete they are stopped',
      },
    },
  ],
  consequence: { zh: '责令停产', en: 'Production is stopped' },
  parameters: {},
  *onEvent(event, facts) {
    if (!isMining(event)) return;
    const { case: on, permits } = miningRight(event, facts.registry);
    if (on !== 'recovery') return;
    const faults = faultsOf(event, permits, facts);
    if (faults.length === 0) return;
    yield miningCause(event, permits, {
      figures: faults.flatMap(({ figures = [] }) => figures),
      note: { zh: faults.map(({ zh }) => zh).join('；'), en: faults.map(({ en }) => en).join('; ') },
    });
  },
});

type Fault = Bilingual & { readonly figures?: readonly Figure[] };

function faultsOf(event: MiningFact, permits: readonly PermitItem[], facts: EventFacts): Fault[] {
  const inForce = permits.filter(permit => isValidAt(permit, event.at));
  const noEia = permitsFor(facts.registry, 'eia', placeOf(event)).length === 0;
  return [
    ...(inForce.length === 0 ? [{ zh: '批复当日无效', en: 'The approval did not hold that day' }] : []),
    ...excessOf(event, permits, facts),
    ...(noEia ? [{ zh: '没有环评批复', en: 'There is no environmental approval' }] : []),
  ];
}

/** Exact in grams: what was won under the approval up to this event. */
function excessOf(event: MiningFact, permits: readonly PermitItem[], facts: EventFacts): Fault[] {
  const quantityKg = permits.find(permit => permit.quantityKg !== undefined)?.quantityKg;
  if (quantityKg === undefined) return [];
  const wonG = wonUpTo(event, facts);
  if (wonG <= Math.round(quantityKg * 1000)) return [];
  const figures = [
    reoFigure('累计产出', 'Won under the approval', wonG),
    reoFigure('批准数量', 'Quantity approved', Math.round(quantityKg * 1000)),
  ];
  return [{ zh: '超出批准数量', en: 'More than the quantity approved', figures }];
}

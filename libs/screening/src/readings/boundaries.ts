import type { PermitItem } from '../facts/registry-items.js';
import type { Bilingual, Evidence } from '../rule.js';
import { metresOutside } from './geometry.js';
import type { MiningFact } from './mining-rights.js';
import { allowsProduct } from './permits.js';

export const BOUNDARY_TOLERANCE = {
  boundaryToleranceM: {
    value: 30, min: 0, max: 10_000, unit: 'm',
    meaning: { zh: '坐标超出范围的允许偏差', en: 'How far coordinates may lie outside the area' },
  },
} as const; // prettier-ignore

/** Where an event leaves the area or the minerals of a permit. */
export interface Breach {
  /** Metres outside the area; 0 where the event or the permit names no place. */
  readonly outsideM: number;
  readonly isOutside: boolean;
  /** Lots of products that the permit's minerals do not cover. */
  readonly foreignLots: readonly string[];
}

/** How mining leaves the permit it keeps to best; nothing where one of them covers it, or where there is none. */
export function breachOf(event: MiningFact, permits: readonly PermitItem[], toleranceM: number): Breach | undefined {
  const breaches = permits.map(permit => measure(event, permit, toleranceM));
  if (breaches.some(({ isOutside, foreignLots }) => !isOutside && foreignLots.length === 0)) return undefined;
  return breaches.sort((a, b) => a.outsideM - b.outsideM)[0];
}

function measure({ content, yields }: MiningFact, permit: PermitItem, toleranceM: number): Breach {
  const { location } = content;
  const outsideM = location && permit.polygon ? metresOutside(permit.polygon, location) : 0;
  const foreign = yields.filter(({ lot }) => !allowsProduct(permit, lot.product));
  return { outsideM, isOutside: outsideM > toleranceM, foreignLots: foreign.map(({ lot }) => lot.key) };
}

export const breachEvidence = (breach: Breach, toleranceM: number): Evidence => ({
  figures: breach.isOutside
    ? [
        { name: { zh: '超出边界距离', en: 'Distance outside the boundary' }, value: Math.round(breach.outsideM * 10) / 10, unit: 'm' },
        { name: { zh: '允许偏差', en: 'Tolerance' }, value: toleranceM, unit: 'm' },
      ]
    : [],
  note: noteOf(breach),
}); // prettier-ignore

function noteOf({ isOutside, foreignLots }: Breach): Bilingual {
  const lots = foreignLots.join(', ');
  const notes = [
    ...(isOutside ? [{ zh: '在许可范围之外', en: 'Outside the permitted area' }] : []),
    ...(lots ? [{ zh: `矿种不在许可之列：${lots}`, en: `Minerals not permitted: ${lots}` }] : []),
  ];
  return { zh: notes.map(({ zh }) => zh).join('；'), en: notes.map(({ en }) => en).join('; ') };
}

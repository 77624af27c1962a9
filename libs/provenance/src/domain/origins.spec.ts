import { describe, expect, it } from '@jest/globals';
import { attribute } from './attribution.js';
import { listOrigins } from './origins.js';
import { referenceOf } from './source-facts.js';

const [LA, DY] = [0, 8];

const share = (sourceNo: number, ppb: Readonly<Record<number, number>>, members: number[] = []) => {
  const shares = { sourceNo, mask: 0, ppb: new Int32Array(16), members };
  for (const [e, value] of Object.entries(ppb)) {
    shares.mask |= 1 << Number(e);
    shares.ppb[Number(e)] = value;
  }
  return shares;
};

const half = Array.from({ length: 16 }, (_, e) => (e === LA || e === DY ? 0.5 : 0));

const named = (no: number, facts: object) => ({
  no,
  id: `import:${no}`,
  kind: 'import',
  status: 'legal',
  region: 'MM',
  year: 2026,
  folded: false,
  ...facts,
});

describe('origins of a mass', () => {
  const shares = [
    share(1, { [LA]: 900_000_000, [DY]: 0 }),
    share(2, { [LA]: 100_000_000, [DY]: 600_000_000 }),
    share(3, { [DY]: 300_000_000 }, [7, 8]),
    share(4, { [DY]: 100_000_000 }),
  ];
  const mass = attribute([{ poolNo: 1, reoG: 1_000, distribution: half }], () => shares);
  const facts = [
    named(1, { region: '360700', id: 'mining-licence:C1:2026', kind: 'mine' }),
    named(2, {}),
    named(3, { folded: true, id: 'rest:import:MM:2026' }),
    named(4, { status: 'unexplained', kind: 'excess', id: 'excess:e1', enterprise: 'U' }),
  ];
  const sources = mass.sources.map(each => ({ source: facts[each.sourceNo - 1]!, mass: each }));

  it('sum the element grams times the shares of their pool', () => {
    const { origins } = listOrigins(sources, mass);
    expect(origins.map(({ source, share, reoKg, elements }) => [source.id, share, reoKg, elements])).toEqual([
      ['mining-licence:C1:2026', 0.45, 0.45, { La: 0.9 }],
      ['import:2', 0.35, 0.35, { La: 0.1, Dy: 0.6 }],
    ]);
  });

  it('keep what is folded or cut apart, and what nobody can explain', () => {
    const { origins, rest, unexplained } = listOrigins(sources, mass, 1);
    expect(origins.length).toBe(1);
    expect(rest).toMatchObject({
      count: 3,
      share: 0.5,
      groups: [{ kind: 'import', region: 'MM', count: 3, share: 0.5 }],
    });
    expect(unexplained).toMatchObject({
      share: 0.05,
      introducedBy: [{ event: 'e1', enterprise: 'U', elements: { Dy: 0.1 } }],
    });
  });

  it('name a source that is present without a share', () => {
    const trace = attribute([{ poolNo: 1, reoG: 1, distribution: half }], () => [
      share(1, { [DY]: 0 }),
      share(2, { [LA]: 1e9 }),
    ]);
    const all = trace.sources.map(each => ({ source: facts[each.sourceNo - 1]!, mass: each }));
    expect(listOrigins(all, trace).origins.map(({ share }) => share)).toEqual([0.5, 0]);
  });

  it('know what a source refers to', () => {
    expect(referenceOf({ kind: 'mine', id: 'mining-licence:C1:2:2026' })).toBe('C1:2');
    expect(referenceOf({ kind: 'opening-stock', id: 'opening-stock:91' })).toBe('91');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Dice, hour, type MaterialEvent, registry, type RegistryItems, rounds } from '#testing';
import { TestApi } from './support/api.js';
import { type CleanChain, cleanChain } from './support/clean-chain.js';
import { type Repair, Repairer } from './support/repairs.js';

const CHAINS = rounds(1, 12);
const PATIENCE_MS = 180_000;
const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the chains: ${firstSeed} and on`);

/** UNKNOWN for what is missing, FLAGGED where a rule speaks of it as well. */
const NOT_CLEAN = /^(UNKNOWN|FLAGGED)$/;

const REPAIRS: readonly Repair[] = ['opening-stock', 'undispatched-receipt', 'leave-out'];

interface VerdictAnswer {
  readonly verdict: { readonly status: string; readonly missing: readonly { readonly code: string }[] };
}

describe('the verdict never stays CLEAN when what carried it is taken away:', () => {
  let api: TestApi;
  let salt = 0;

  beforeAll(async () => {
    api = await TestApi.start();
  });

  afterAll(() => api.close());

  /** The same chain under other names, so that each of its variants is a story of its own. */
  const chain = (seed: number): CleanChain => cleanChain(new Dice(seed), ++salt);

  async function state(items: RegistryItems): Promise<void> {
    const { enterprises, permits, customsDeclarations } = items;
    const collections = { enterprises, permits, 'customs-declarations': customsDeclarations };
    for (const [name, list] of Object.entries(collections)) {
      if (list.length === 0) continue;
      const { status, text } = await api.put(`/v1/registry/${name}`, { items: list });
      if (status !== 200 || text.includes('"refused"')) throw new Error(text);
    }
  }

  /** The verdict that every question gives; `NONE` where nothing came to be exported. */
  async function verdictOf({ declaration }: CleanChain): Promise<string> {
    const { status, body } = await api.get<VerdictAnswer>(`/v1/shipments/${declaration}/verdict`);
    if (status === 404) return 'NONE';
    for (const question of ['origins', 'provenance', 'provenance?exact=true']) {
      const answer = await api.get<VerdictAnswer>(`/v1/shipments/${declaration}/${question}`);
      expect(answer.body.verdict.status).toBe(body.verdict.status);
    }
    return body.verdict.status;
  }

  async function record(whole: CleanChain): Promise<void> {
    await state(whole.registry);
    const { status, text } = await api.post('/v1/events', { events: whole.events });
    if (status !== 201) throw new Error(text);
  }

  /** Records what is left of a chain, somehow, and says what the verdict is. */
  async function verdictWith(left: readonly MaterialEvent[], whole: CleanChain, repair: Repair): Promise<string> {
    await state(whole.registry);
    await new Repairer(api, whole.events, repair).record(left);
    return verdictOf(whole);
  }

  const seeds = Array.from({ length: CHAINS }, (_, n) => firstSeed + n);

  it.each(seeds)(
    'a root or a dispatch (seed %d)',
    async seed => {
      const untouched = chain(seed);
      await record(untouched);
      expect(await verdictOf(untouched)).toBe('CLEAN');
      for (const [place, event] of untouched.events.entries()) {
        if (!['mining', 'import', 'scrap-intake', 'dispatch'].includes(event.type)) continue;
        for (const repair of REPAIRS) {
          const [without, halved] = [chain(seed), chain(seed)];
          const left = without.events.filter((_, index) => index !== place);
          const verdict = await verdictWith(left, without, repair);
          const name = { taken: `${event.type} at ${place}`, repair };
          const expected = expect.stringMatching(repair === 'leave-out' ? /^(UNKNOWN|FLAGGED|NONE)$/ : NOT_CLEAN);
          expect({ ...name, verdict }).toEqual({ ...name, verdict: expected });
          if (event.type === 'dispatch') continue;
          const less = halved.events.map((each, index) => (index === place ? halfOf(each) : each));
          expect({ ...name, verdict: await verdictWith(less, halved, repair) }).toEqual({
            ...name,
            verdict: expect.stringMatching(NOT_CLEAN),
          });
        }
      }
    },
    PATIENCE_MS,
  );

  it.each(seeds)(
    'a paper, before or after the events (seed %d)',
    async seed => {
      const papers = paperless(chain(seed)).length;
      for (let which = 0; which < papers; which++) {
        const { registry: left } = paperless(chain(seed))[which]!;
        const whole = { ...cleanChain(new Dice(seed), salt), registry: left };
        await record(whole);
        expect([which, await verdictOf(whole)]).toEqual([which, expect.stringMatching(NOT_CLEAN)]);
      }
      const revoked = chain(seed);
      await record(revoked);
      expect(await verdictOf(revoked)).toBe('CLEAN');
      for (const item of contradictions(revoked)) {
        await state(item);
        expect(await verdictOf(revoked)).toBe('FLAGGED');
        await state(revoked.registry);
        await state(restored(revoked, item));
        expect(await verdictOf(revoked)).toBe('CLEAN');
      }
    },
    PATIENCE_MS,
  );
});

/** A root with half of its mass. */
function halfOf(event: MaterialEvent): MaterialEvent {
  if (!('yields' in event) || event.type === 'processing') return event;
  return { ...event, yields: event.yields.map(each => ({ ...each, massKg: Math.floor(each.massKg) / 2 })) };
}

/** The chain without each of the papers that make its sources legal. */
function paperless(whole: CleanChain): { readonly registry: RegistryItems }[] {
  const { enterprises, permits, customsDeclarations } = whole.registry;
  const other = enterprises.map(each => (each.kinds.includes('recycler') ? { ...each, kinds: ['trader'] } : each));
  return [
    ...permits.map(permit => ({ ...whole.registry, permits: permits.filter(each => each !== permit) })),
    ...customsDeclarations.map(() => ({ ...whole.registry, customsDeclarations: [] })),
    { ...whole.registry, enterprises: other },
  ].map(items => ({ registry: items }));
}

const ALWAYS = { validFrom: hour(-10_000) };

/** Facts that contradict the papers. */
const contradictions = ({ registry: { permits, customsDeclarations } }: CleanChain): RegistryItems[] => [
  ...permits.map(permit => registry({ permits: [{ ...permit, ...ALWAYS, status: 'revoked' }] })),
  registry({ permits: [{ ...permits[0]!, ...ALWAYS, holder: customsDeclarations[0]!.party }] }),
  registry({ customsDeclarations: customsDeclarations.map(each => ({ ...each, ...ALWAYS, direction: 'export' })) }),
  registry({
    customsDeclarations: customsDeclarations.map(each => ({
      ...each,
      ...ALWAYS,
      lines: [{ hsCode: '2846901999', massKg: 1, valueUsd: 1 }],
    })),
  }),
];

/** The papers again as they were. */
const restored = ({ registry: known }: CleanChain, { permits, customsDeclarations }: RegistryItems): RegistryItems =>
  registry({
    permits: known.permits.filter(each => permits.some(({ number }) => number === each.number)).map(each => ({ ...each, ...ALWAYS })),
    customsDeclarations: customsDeclarations.length > 0 ? known.customsDeclarations.map(each => ({ ...each, ...ALWAYS })) : [],
  }); // prettier-ignore

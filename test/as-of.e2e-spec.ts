import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ContractEvent, Dice, Oracle, recorded, registry, registryChange, type RegistryItems, rounds, seededHistory,
} from '#testing'; // prettier-ignore
import { TestApi } from './support/api.js';

const ROUNDS = rounds(2, 12);
const STEPS = 60;
/** Events between two moments that are asked about. */
const PACE = 10;
/** Old answers asked for again after each step. */
const SAMPLE = 6;

const firstSeed = Date.now() % 1_000_000;
console.info(`seeds of the histories: ${firstSeed} and on`);

/** A question as known at some moment, and what was answered. */
interface Asked {
  readonly path: string;
  readonly answer: string;
}

interface Origins {
  readonly asOf: { readonly seq: number; readonly at: string };
}

const COLLECTIONS = {
  enterprises: 'enterprises',
  sites: 'sites',
  permits: 'permits',
  customsDeclarations: 'customs-declarations',
} as const;

describe('an answer as known at a moment', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });

  afterAll(() => api.close());

  it(`stays the same to the byte, whatever is recorded, corrected or decided (${ROUNDS} rounds)`, async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const seed = firstSeed + round;
      try {
        await new Story(api, seed, round).play();
      } catch (error) {
        throw new Error(`seed ${seed}, salt ${round}: ${(error as Error).message}`, { cause: error });
      }
    }
  });
});

/** One history, with changes of the registry and decisions in between. */
class Story {
  private readonly dice: Dice;
  private readonly asked: Asked[] = [];
  private known: RegistryItems = registry();

  constructor(
    private readonly api: TestApi,
    seed: number,
    private readonly salt: number,
  ) {
    this.dice = new Dice(seed);
  }

  async play(): Promise<void> {
    const { registry: items, events } = seededHistory(this.dice.between(0, 1e9), STEPS, { salt: this.salt });
    await this.state(items);
    for (const [index, event] of events.entries()) {
      const { status, text } = await this.api.post('/v1/events', { events: [event] });
      if (status !== 201) throw new Error(text);
      if (this.dice.chance(0.3)) await this.state(registryChange(this.dice, this.salt, this.known));
      if (this.dice.chance(0.1)) await this.decide(events.slice(0, index + 1));
      await this.askAgain(this.dice.some(this.asked, SAMPLE));
      if (index % PACE === PACE - 1) await this.askAll(events.slice(0, index + 1));
    }
    await this.askAgain(this.asked);
    expect(this.asked.length).toBeGreaterThan(50);
  }

  private async state(items: Partial<RegistryItems>): Promise<void> {
    for (const key of Object.keys(COLLECTIONS) as (keyof RegistryItems)[]) {
      const list = items[key] ?? [];
      if (list.length === 0) continue;
      const { status, text } = await this.api.put(`/v1/registry/${COLLECTIONS[key]}`, { items: list });
      if (status !== 200 || text.includes('"refused"')) throw new Error(text);
      this.known = { ...this.known, [key]: [...this.known[key], ...list] };
    }
  }

  private async decide(events: readonly ContractEvent[]): Promise<void> {
    const mined = events.flatMap(event => (event.type === 'mining' ? `mining-licence:${event.licence}:2026` : []));
    if (mined.length === 0) return;
    const decision = { status: this.dice.pick(['legal', 'illegal']), note: 'as found on the spot' };
    const { status, text } = await this.api.post(`/v1/sources/${encodeURIComponent(this.dice.pick(mined))}/decisions`, decision); // prettier-ignore
    if (![201, 404].includes(status)) throw new Error(text);
  }

  /** Asks everything as known now, by position and by instant, and as of now; they agree. */
  private async askAll(events: readonly ContractEvent[]): Promise<void> {
    const position = await this.positionOfHead();
    for (const path of questions(events, this.dice)) {
      const [bySeq, byInstant] = [withAsOf(path, String(position.seq)), withAsOf(path, position.at)];
      const answer = (await this.api.get(bySeq)).text;
      this.asked.push({ path: bySeq, answer }, { path: byInstant, answer });
      expect({ path: byInstant, answer: (await this.api.get(byInstant)).text }).toEqual({ path: byInstant, answer });
      expect({ path, answer: unjudged((await this.api.get(path)).text) }).toEqual({ path, answer: unjudged(answer) });
    }
  }

  /** The head, as an answer about any lot tells it. */
  private async positionOfHead(): Promise<Origins['asOf']> {
    const { body } = await this.api.get<{ items: { lot: string; declaredBy: string }[] }>('/v1/holdings?limit=1');
    const [{ lot, declaredBy }] = body.items as [{ lot: string; declaredBy: string }];
    return (await this.api.get<Origins>(`/v1/lots/${encodeURIComponent(`${declaredBy}:${lot}`)}/origins`)).body.asOf;
  }

  private async askAgain(asked: readonly Asked[]): Promise<void> {
    for (const { path, answer } of asked) {
      expect({ path, answer: unjudged((await this.api.get(path)).text) }).toEqual({ path, answer: unjudged(answer) });
    }
  }
}

/** Findings on enterprises and periods come after the entries they follow from: now there may be more than as of the head. */
const unjudged = (answer: string): string =>
  answer.replace(/"verdict":\{.*?\},"origins"/, '"origins"').replace(/"verdict":\{.*\}\}$/, '}').replace(/"findings":\[.*?\],"graph"/, '"graph"'); // prettier-ignore

const withAsOf = (path: string, asOf: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(asOf)}`;

/** Questions about shipments, lots, holders, ways and documents of a history. */
function questions(events: readonly ContractEvent[], dice: Dice): string[] {
  const { books } = new Oracle(recorded(events), registry());
  const current = books.current().flatMap(({ content }) => content ?? []);
  const declarations = [...new Set(current.flatMap(event => (event.type === 'export' ? event.declaration : [])))];
  const cited = current.flatMap(event => event.documents ?? []);
  const holdings = dice.some(books.holdings(), 5);
  return [
    ...['flagged=true', 'stage=concentrate', ''].map(filter => `/v1/links/cross-province?limit=500&${filter}`),
    ...declarations.flatMap(number =>
      ['provenance', 'provenance?exact=true', 'origins', 'verdict'].map(name => `/v1/shipments/${number}/${name}`),
    ),
    ...holdings.flatMap(({ lot, owner }) => {
      const code = encodeURIComponent(`${lot.declaredBy}:${lot.code}`);
      return [
        `/v1/lots/${code}`,
        `/v1/lots/${code}/provenance?view=enterprises`,
        `/v1/lots/${code}/origins`,
        `/v1/lots/${code}/origins?enterprise=${owner}`,
        `/v1/holdings?lot=${code}`,
        `/v1/holdings?enterprise=${owner}&limit=500`,
        `/v1/paths?from=${owner}&to=${code}`,
        `/v1/paths?from=${code}&to=${dice.pick(declarations.length > 0 ? declarations : [owner])}`,
        `/v1/paths?from=${owner}&to=${dice.pick(holdings).owner}`,
        `/v1/search?q=${encodeURIComponent(dice.pick([lot.code, lot.code.slice(0, 3), owner, owner.slice(0, 6)]))}`,
      ];
    }),
    ...dice
      .some(cited, 1)
      .flatMap(({ kind, number }) => [
        `/v1/documents/${kind}/${number}/provenance`,
        `/v1/search?q=${encodeURIComponent(number)}`,
      ]),
  ];
}

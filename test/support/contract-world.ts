import { randomUUID } from 'node:crypto';
import { enterprise, licence, licenceNumber, uscc, type ContractEvent } from '#testing';
import { TestApi, type ApiAnswer } from './api.js';

/** An error entry of a problem. */
export interface ProblemError {
  readonly code: string;
  readonly pointer?: string;
  readonly parameter?: string;
  readonly value?: unknown;
  readonly expected?: string;
  readonly available?: number;
  readonly index?: number;
  readonly id?: string;
}

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly ProblemError[];
  readonly truncated?: true;
}

export interface CaptureResult {
  readonly id?: string;
  readonly status: 'recorded' | 'duplicate' | 'refused';
  readonly seq?: number;
  readonly version?: number;
  readonly problem?: ProblemBody;
}

export interface CaptureBody {
  readonly results: readonly CaptureResult[];
  readonly checkpoint: { readonly seq: number };
}

export interface Origin {
  readonly source: {
    readonly id: string;
    readonly kind: string;
    readonly status: string;
    readonly reference: string;
    readonly enterprise?: string;
  };
  readonly reoKg: number;
  readonly share: number;
  readonly shareMin?: number;
  readonly shareMax?: number;
  readonly elements: Readonly<Record<string, number>>;
}

export interface Remark {
  readonly code: string;
  readonly refs: readonly string[];
}

export interface OriginsBody {
  readonly subject: Readonly<Record<string, unknown>> & { readonly massKg: number; readonly reoKg: number };
  readonly asOf: { readonly seq: number; readonly at: string };
  readonly verdict: {
    readonly status: string;
    readonly reasons: readonly Remark[];
    readonly missing: readonly Remark[];
  };
  readonly origins: readonly Origin[];
  readonly rest: { readonly share: number; readonly count: number };
  readonly unexplained: {
    readonly share: number;
    readonly reoKg: number;
    readonly introducedBy: readonly {
      readonly source: string;
      readonly event: string;
      readonly enterprise: string;
      readonly kind: string;
      readonly elements: Readonly<Record<string, number>>;
    }[];
  };
}

/** Miner and smelter with a licence, buyer and exporter, recycler; all in the registry. */
export const MINER = uscc(501);
export const BUYER = uscc(502, '310000');
export const RECYCLER = uscc(503, '330200');
/** Valid, in no registry. */
export const STRANGER = uscc(599);
export const LICENCE = licenceNumber(501);

/** The event under an id of its own, so that equal events of different tests are different. */
export const own = <E extends ContractEvent>(event: E): E => ({ ...event, id: randomUUID() });

/** A service with three enterprises and a licence, and the calls that contract tests make of it. */
export class ContractWorld {
  private constructor(readonly api: TestApi) {}

  static async start(): Promise<ContractWorld> {
    const world = new ContractWorld(await TestApi.start());
    await world.put('enterprises', [
      enterprise(MINER, ['mine', 'smelter']),
      enterprise(BUYER, ['trader', 'exporter', 'importer']),
      enterprise(RECYCLER, ['recycler']),
    ]);
    await world.put('permits', [licence(LICENCE, MINER)]);
    return world;
  }

  /** States registry items that must all be taken. */
  async put(collection: string, items: readonly object[]): Promise<void> {
    const { status, text } = await this.api.put(`/v1/registry/${collection}`, { items });
    if (status !== 200 || text.includes('"refused"')) throw new Error(`${collection}: ${status} ${text}`);
  }

  /** Records events that must all be taken. */
  async record(...events: readonly object[]): Promise<CaptureBody> {
    const { status, text, body } = await this.api.post<CaptureBody>('/v1/events', { events });
    if (status !== 201) throw new Error(`${status} ${text}`);
    return body;
  }

  async capture(events: readonly unknown[], query = ''): Promise<ApiAnswer<CaptureBody & ProblemBody>> {
    return this.api.post(`/v1/events${query}`, { events });
  }

  /** Status, code and errors of an event that must be refused; pointers into the event. */
  async refusal(event: unknown): Promise<{ status: number; code: string; errors: ProblemError[] }> {
    const { status, body } = await this.capture([event]);
    const errors = (body.errors ?? []).map(({ index: _, id: __, pointer, ...error }) => ({
      ...error,
      ...(pointer === undefined ? {} : { pointer: pointer.replace(/^\/events\/0/, '') }),
    }));
    return { status, code: body.code, errors };
  }

  async get<Body>(path: string): Promise<Body> {
    const { status, text, body } = await this.api.get<Body>(path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
    return body;
  }

  async origins(subject: string): Promise<OriginsBody> {
    return this.get(`/v1/${subject}/origins`);
  }
}

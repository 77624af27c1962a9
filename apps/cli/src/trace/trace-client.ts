import { isDeclarationNumber, type Locale } from '#kernel';
import type { ProvenanceAnswer } from './answer.js';
import type { Names } from './rendering.js';

export interface TraceClientOptions {
  /** Address of the server, without a slash at the end. */
  readonly url: string;
  readonly key: string;
  readonly lang: Locale;
  readonly fetch: typeof fetch;
}

/** Why there is no answer to show; `detail` is the server's own words or the cause. */
export class TraceFailure extends Error {
  constructor(
    readonly kind: 'unreachable' | 'unauthorized' | 'notFound' | 'refused' | 'noAnswer',
    readonly detail: string,
    readonly status = 0,
  ) {
    super(`${kind}: ${detail}`);
  }
}

const NAMES_MAX = 500;
const NAMES_AT_ONCE = 8;
const TIMEOUT_MS = 60_000;

/** Asks a running server over its public API. */
export class TraceClient {
  constructor(private readonly options: TraceClientOptions) {}

  /**
   * The provenance of a shipment (18 digits of a declaration) or of a lot (anything else).
   * @throws TraceFailure
   */
  async provenance(subject: string, asOf?: string): Promise<ProvenanceAnswer> {
    const kind = isDeclarationNumber(subject) ? 'shipments' : 'lots';
    const query = asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`;
    const answer = await this.get(`/v1/${kind}/${encodeURIComponent(subject)}/provenance${query}`);
    if (!isProvenance(answer)) throw new TraceFailure('noAnswer', '');
    return answer;
  }

  /** Names of enterprises; those the server does not tell are left out. */
  async names(usccs: readonly string[]): Promise<Names> {
    const wanted = usccs.slice(0, NAMES_MAX);
    const found: [string, string][] = [];
    for (let begin = 0; begin < wanted.length; begin += NAMES_AT_ONCE) {
      const slice = wanted.slice(begin, begin + NAMES_AT_ONCE);
      const names = await Promise.all(slice.map(uscc => this.name(uscc)));
      names.forEach((name, index) => name && found.push([slice[index]!, name]));
    }
    return new Map(found);
  }

  private async name(uscc: string): Promise<string | undefined> {
    try {
      return nameIn(await this.get(`/v1/registry/enterprises/${encodeURIComponent(uscc)}`));
    } catch {
      return undefined; // a name is a courtesy: the code stands in for it
    }
  }

  private async get(path: string): Promise<unknown> {
    const response = await this.request(path);
    const body = await bodyOf(response);
    if (response.ok) return body;
    const detail = isRecord(body) && typeof body['detail'] === 'string' ? body['detail'] : response.statusText;
    if (response.status === 401) throw new TraceFailure('unauthorized', detail, 401);
    if (response.status === 404 && isRecord(body)) throw new TraceFailure('notFound', detail, 404);
    throw new TraceFailure(isRecord(body) ? 'refused' : 'noAnswer', detail, response.status);
  }

  private async request(path: string): Promise<Response> {
    const { url, key, lang, fetch } = this.options;
    try {
      return await fetch(url + path, {
        headers: { authorization: `Bearer ${key}`, 'accept-language': lang, accept: 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new TraceFailure('unreachable', causeOf(error));
    }
  }
}

const bodyOf = (response: Response): Promise<unknown> => response.json().catch(() => undefined);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isProvenance = (value: unknown): value is ProvenanceAnswer =>
  isRecord(value) && ['subject', 'verdict', 'origins', 'graph'].every(member => isRecord(value[member]));

function nameIn(answer: unknown): string | undefined {
  if (!isRecord(answer)) return undefined;
  if (typeof answer['name'] === 'string') return answer['name'];
  return nameIn(answer['item']);
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}

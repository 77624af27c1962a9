import { isDeclarationNumber } from '#kernel';
import { answerOf, ServerFailure, type ApiClient } from '../client/api-client.js';
import type { ProvenanceAnswer } from './answer.js';
import type { Names } from './rendering.js';

const NAMES_MAX = 500;
const NAMES_AT_ONCE = 8;

/** Asks a running server over its public API. */
export class TraceClient {
  constructor(private readonly client: ApiClient) {}

  /**
   * The provenance of a shipment (18 digits of a declaration) or of a lot (anything else).
   * @throws ServerFailure
   */
  async provenance(subject: string, asOf?: string): Promise<ProvenanceAnswer> {
    const query = asOf === undefined ? {} : { asOf };
    const answer = await answerOf(
      isDeclarationNumber(subject)
        ? this.client.GET('/v1/shipments/{declaration}/provenance', { params: { path: { declaration: subject }, query } })
        : this.client.GET('/v1/lots/{code}/provenance', { params: { path: { code: subject }, query } }),
    ); // prettier-ignore
    if (!isProvenance(answer)) throw new ServerFailure('noAnswer', '');
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
      const known = await answerOf(this.client.GET('/v1/registry/enterprises/{key}', { params: { path: { key: uscc } } }));
      return known.item?.name;
    } catch {
      return undefined; // a name is a courtesy: the code stands in for it
    }
  } // prettier-ignore
}

const isProvenance = (value: object): value is ProvenanceAnswer => {
  const answer = value as Readonly<Record<string, unknown>>;
  return ['subject', 'verdict', 'origins', 'graph'].every(member => typeof answer[member] === 'object');
};

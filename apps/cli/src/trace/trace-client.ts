import { isDeclarationNumber } from '#kernel';
import { answerOf, ServerFailure, type ApiClient } from '../client/api-client.js';
import type { ProvenanceAnswer } from './answer.js';

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
}

const isProvenance = (value: object): value is ProvenanceAnswer => {
  const answer = value as Readonly<Record<string, unknown>>;
  return ['subject', 'verdict', 'origins', 'graph'].every(member => typeof answer[member] === 'object');
};

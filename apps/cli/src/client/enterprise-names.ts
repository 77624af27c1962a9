import { answerOf, type ApiClient } from './api-client.js';

/** Names of enterprises by USCC, as far as they are known. */
export type Names = ReadonlyMap<string, string>;

const NAMES_MAX = 500;
const NAMES_AT_ONCE = 8;

/** Looks names up: a courtesy, so that what the server does not tell is left out. */
export class EnterpriseNames {
  constructor(private readonly client: ApiClient) {}

  async of(usccs: readonly string[]): Promise<Names> {
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
      const call = this.client.GET('/v1/registry/enterprises/{key}', { params: { path: { key: uscc } } });
      return (await answerOf(call)).item?.name;
    } catch {
      return undefined; // the code stands in for it
    }
  }
}

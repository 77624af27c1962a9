import type { Context } from '#kernel';
import type { Database } from '#platform';
import { type FindingSearch, type FoundFinding, searchKey } from '#provenance';
import { RULES } from './rules/index.js';
import { foundStatement, type IdRange } from './storage/findings.queries.js';

/** Finds findings by id, or by code or title of their rule. */
export class FindingsSearch implements FindingSearch {
  constructor(private readonly database: Database) {}

  async find(context: Context, key: string, limit: number, seq: number | undefined): Promise<FoundFinding[]> {
    const { text, values, name } = foundStatement(rulesLike(key), idsLike(key), limit, seq);
    const rows = await this.database.read<FoundFinding & { enterprise: string | null }>(context, text, values, name);
    return rows.map(({ enterprise, ...row }) => ({ ...row, ...(enterprise === null ? {} : { enterprise }) }));
  }
}

const rulesLike = (key: string): string[] =>
  RULES.filter(
    ({ code, title }) =>
      searchKey(code).startsWith(key) || [title.zh, title.en].some(each => searchKey(each).includes(key)),
  ).map(({ code }) => code);

const UUID_DIGITS = 32;

/** The ids that begin with some digits; none where the text cannot begin an id. */
function idsLike(key: string): IdRange | undefined {
  const digits = key.replaceAll('-', '');
  if (!/^[0-9a-f]{1,32}$/.test(digits)) return undefined;
  return { from: digits.padEnd(UUID_DIGITS, '0'), to: digits.padEnd(UUID_DIGITS, 'f') };
}

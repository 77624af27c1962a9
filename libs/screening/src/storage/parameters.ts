import type { Statement, Transaction } from '#platform';
import type { Parameters, Values } from '../rule.js';

/** Begins the subject of ledger entries about the parameters of a rule. */
export const PARAMETERS_OF = 'rules/';

/** What was set for a rule at a position of the ledger; what it does not name has its default. */
export interface SetParameters {
  readonly rule: string;
  readonly values: Values<Parameters>;
  readonly seq: number;
  readonly actor: string;
  readonly note: string;
}

/** The values set last for each rule that any were ever set for. */
export const currentParameters: Statement = {
  name: 'screening-parameters',
  text: 'SELECT DISTINCT ON (rule) rule, parameters AS values FROM rule_parameters ORDER BY rule, seq DESC',
};

export const parametersByRule = (rows: readonly Pick<SetParameters, 'rule' | 'values'>[]): Map<string, Values<Parameters>> =>
  new Map(rows.map(({ rule, values }) => [rule, values])); // prettier-ignore

/** Keeps what was set, once for each position. */
export async function keepParameters(
  tx: Transaction,
  { rule, values, seq, actor, note }: SetParameters,
): Promise<void> {
  await tx.query(
    `INSERT INTO rule_parameters (tenant, rule, parameters, seq, actor, note) VALUES ('-', $1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [rule, JSON.stringify(values), seq, actor, note],
  );
}

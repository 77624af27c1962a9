import { randomBytes } from 'node:crypto';
import { type Context, formatInstant, NotFound, type PlacedFault, Refused } from '#kernel';
import { appendStatements, type Head, type Ledger, lockHead } from '#ledger';
import type { Database } from '#platform';
import type { AnyRule, Parameters, Values } from './rule.js';
import { findRule } from './rules/index.js';
import type { ScreeningRuns } from './screening-runs.js';
import {
  currentParameters,
  keepParameters,
  PARAMETERS_OF,
  parametersByRule,
  type SetParameters,
} from './storage/parameters.js';
// prettier-ignore

/** What somebody sets for a rule. */
export interface ParametersChange {
  /** By name; those left out go back to their defaults. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Why. */
  readonly note: string;
}

export interface ParametersSet {
  readonly rule: AnyRule;
  readonly values: Values<Parameters>;
  /** Position of the change in the ledger. */
  readonly seq: number;
  /** Id of the run that judges everything by the rule again. */
  readonly run: string;
}

/** Tunable numbers of rules: what is set is kept in the ledger, and findings say which numbers they were made with. */
export class RuleParameters {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly runs: ScreeningRuns,
  ) {}

  /** What is set, by code of the rule. */
  async current(context: Context): Promise<ReadonlyMap<string, Values<Parameters>>> {
    const rows = await this.database.read<SetParameters>(context, currentParameters.text, [], currentParameters.name);
    return parametersByRule(rows);
  }

  /**
   * Sets the parameters of a rule and has everything judged by it again. @throws NotFound for a rule that there is not,
   * {@link Refused} for parameters that it has not or values beyond their bounds
   */
  async set(context: Context, code: string, { parameters, note }: ParametersChange): Promise<ParametersSet> {
    const rule = findRule(code);
    if (!rule) throw new NotFound('rule', code);
    const faults = Object.entries(parameters).flatMap(([name, value]) => faultOf(rule, name, value));
    if (faults.length > 0) throw new Refused(faults);
    const seq = await this.record(context, rule, parameters, note);
    this.ledger.appended();
    return { rule, values: parameters, seq, run: await this.runs.start(context, { rules: [code] }) };
  }

  private async record(context: Context, { code }: AnyRule, values: Values<Parameters>, note: string): Promise<number> {
    return this.database.write(context, async tx => {
      const [[head]] = (await tx.pipeline([lockHead])) as [Head[]];
      const seq = head!.seq + 1;
      await keepParameters(tx, { rule: code, values, seq, actor: context.actor, note });
      const body = { rule: code, parameters: values, at: formatInstant(head!.recordedAt) };
      const personal = { salt: randomBytes(16), body: { note } };
      await tx.pipeline(appendStatements(head!, [{ kind: 'decision', tenant: '-', subject: `${PARAMETERS_OF}${code}`, body, personal, context }]));
      return seq;
    });
  } // prettier-ignore
}

function faultOf({ code, parameters }: AnyRule, name: string, value: number): PlacedFault[] {
  const known = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  const pointer = `/parameters/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (!known) {
    const names = Object.keys(parameters).join(', ');
    return [{ code: 'unknown-field', pointer, value: name, expected: names === '' ? `none: ${code} has no parameters` : names }];
  }
  const { min, max, unit } = known;
  return min <= value && value <= max ? [] : [{ code: 'out-of-range', pointer, value, expected: `${min} to ${max} ${unit}` }];
} // prettier-ignore

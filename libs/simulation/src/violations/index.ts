import type { World } from '../world.js';
import type { Violation } from './define-violation.js';
import env01 from './env-01.js';
import env02 from './env-02.js';
import env03 from './env-03.js';
import env04 from './env-04.js';
import env05 from './env-05.js';
import env06 from './env-06.js';
import env07 from './env-07.js';
import env08 from './env-08.js';
import env09 from './env-09.js';
import env10 from './env-10.js';
import exp01 from './exp-01.js';
import exp02 from './exp-02.js';
import exp03 from './exp-03.js';
import exp04 from './exp-04.js';
import exp05 from './exp-05.js';
import exp06 from './exp-06.js';
import exp07 from './exp-07.js';
import exp08 from './exp-08.js';
import gov02 from './gov-02.js';
import gov03 from './gov-03.js';
import gov05 from './gov-05.js';
import gov08 from './gov-08.js';
import gov10 from './gov-10.js';
import gov11 from './gov-11.js';
import gov14 from './gov-14.js';
import gov17 from './gov-17.js';
import gov19 from './gov-19.js';
import imp01 from './imp-01.js';
import imp02 from './imp-02.js';
import imp03 from './imp-03.js';
import inv01 from './inv-01.js';
import inv02 from './inv-02.js';
import inv03 from './inv-03.js';
import inv04 from './inv-04.js';
import inv05 from './inv-05.js';
import inv06 from './inv-06.js';
import min01 from './min-01.js';
import min02 from './min-02.js';
import min03 from './min-03.js';
import min04 from './min-04.js';
import min05 from './min-05.js';
import min06 from './min-06.js';
import min07 from './min-07.js';
import min08 from './min-08.js';
import min09 from './min-09.js';
import min10 from './min-10.js';
import min11 from './min-11.js';
import min12 from './min-12.js';
import min13 from './min-13.js';
import min14 from './min-14.js';
import min15 from './min-15.js';
import rec01 from './rec-01.js';
import rec02 from './rec-02.js';
import rec03 from './rec-03.js';
import rec04 from './rec-04.js';
import rec05 from './rec-05.js';
import rec07 from './rec-07.js';
import rec08 from './rec-08.js';
import rep01 from './rep-01.js';
import rep02 from './rep-02.js';
import rep03 from './rep-03.js';
import rep04 from './rep-04.js';
import rep05 from './rep-05.js';
import rep06 from './rep-06.js';
import rep07 from './rep-07.js';
import rep09 from './rep-09.js';
import rep12 from './rep-12.js';
import sep01 from './sep-01.js';
import sep02 from './sep-02.js';
import sep03 from './sep-03.js';
import sep04 from './sep-04.js';
import sep05 from './sep-05.js';
import sep06 from './sep-06.js';
import sep07 from './sep-07.js';
import sep08 from './sep-08.js';
import sep09 from './sep-09.js';
import sep10 from './sep-10.js';
import sep11 from './sep-11.js';
import sep12 from './sep-12.js';
import sep13 from './sep-13.js';
import tax01 from './tax-01.js';
import tax02 from './tax-02.js';
import tax03 from './tax-03.js';
import tax04 from './tax-04.js';
import trd01 from './trd-01.js';
import trd02 from './trd-02.js';
import trd03 from './trd-03.js';
import trd04 from './trd-04.js';
import trd05 from './trd-05.js';
import trd06 from './trd-06.js';
import trd07 from './trd-07.js';
import trd08 from './trd-08.js';

const ALL: readonly Violation[] = [
  env01, env02, env03, env04, env05, env06, env07, env08, env09, env10, exp01, exp02, exp03, exp04, exp05, exp06, exp07, exp08, gov02, gov03, gov05, gov08, gov10, gov11, gov14, gov17, gov19, imp01, imp02, imp03, inv01, inv02, inv03, inv04, inv05, inv06, min01, min02, min03, min04, min05, min06, min07, min08, min09, min10, min11, min12, min13, min14, min15, rec01, rec02, rec03, rec04, rec05, rec07, rec08, rep01, rep02, rep03, rep04, rep05, rep06, rep07, rep09, rep12, sep01, sep02, sep03, sep04, sep05, sep06, sep07, sep08, sep09, sep10, sep11, sep12, sep13, tax01, tax02, tax03, tax04, trd01, trd02, trd03, trd04, trd05, trd06, trd07, trd08,
]; // prettier-ignore

/** Codes of rules that can be broken. */
export const VIOLATIONS: readonly string[] = ALL.map(({ rule }) => rule);

/** Plants what is asked for, so many times with a near miss each, into a country whose year has not begun. */
/** Plants what is a matter of how much, at so many times what is tolerated. */
export function plantGraded(world: World, effects: readonly number[], copies: number): void {
  for (const { grade } of ALL) {
    for (const effect of effects) for (let copy = 0; copy < copies; copy++) grade?.(world, effect);
  }
}

export function plant(world: World, codes: readonly string[], copies: number): void {
  for (const { rule, plant } of ALL) {
    if (codes.includes(rule)) for (let copy = 0; copy < copies; copy++) plant(world);
  }
}

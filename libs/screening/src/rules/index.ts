import type { AnyRule } from '../rule.js';
import min01 from './min-01.rule.js';

/** Every rule that decides from data, in the order of the catalogue. A new rule is a file beside these and a line here. */
export const RULES: readonly AnyRule[] = [min01];

const BY_CODE = new Map(RULES.map(rule => [rule.code, rule]));

export const findRule = (code: string): AnyRule | undefined => BY_CODE.get(code);

export { RULES, findRule } from './rules/index.js';
export type { AnyRule, Cause, Evidence, Rule, Severity } from './rule.js';

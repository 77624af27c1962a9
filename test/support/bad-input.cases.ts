import type { BadInput } from './bad-input/bad-input.js';
import { EVENT_RULE_CASES } from './bad-input/event-rule.cases.js';
import { EVENT_SHAPE_CASES } from './bad-input/event-shape.cases.js';
import { JSON_CASES } from './bad-input/json.cases.js';
import { LINE_CASES } from './bad-input/line.cases.js';
import { QUERY_CASES } from './bad-input/query.cases.js';
import { REGISTRY_CASES } from './bad-input/registry.cases.js';

export { HTTP_CASES } from './bad-input/http.cases.js';
export type { BadInput, Expected } from './bad-input/bad-input.js';

/** Requests against the history of `known-history.ts`, all of which have to be refused. */
export const BAD_INPUTS: readonly BadInput[] = [
  ...JSON_CASES,
  ...EVENT_SHAPE_CASES,
  ...EVENT_RULE_CASES,
  ...REGISTRY_CASES,
  ...QUERY_CASES,
  ...LINE_CASES,
];

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { isCalendarDay, isUuid, parseInstant } from '#kernel';
import type { ApiAnswer } from '../api.js';
import type { OpenApi, Operation } from '../open-api.js';

const FORMATS = {
  uuid: isUuid,
  date: isCalendarDay,
  'date-time': (text: string) => parseInstant(text) !== undefined,
};

const PROBLEM = '#/components/schemas/Problem';

/** Compares answers with what the OpenAPI document says of them. */
export class Answers {
  private readonly ajv = new Ajv2020({ strict: false, formats: FORMATS });
  private readonly checks = new Map<string, ValidateFunction>();

  constructor({ document }: OpenApi) {
    this.ajv.addSchema({ ...(closed(document) as object), $id: 'document' });
  }

  /** What is wrong with an answer; nothing where it is as documented. */
  faultsOf(operation: Operation, { status, headers, text }: ApiAnswer): string[] {
    const type = headers.get('content-type')?.split(';')[0] ?? '(none)';
    const faults = headers.get('oretrail-setup-mode') === 'true' ? [] : ['no header OreTrail-Setup-Mode'];
    if (status >= 500) return [...faults, `status ${status}: ${text}`];
    const documented = operation.responses[status];
    if (!documented) return [...faults, ...this.problemFaults(status, type, text)];
    if (!documented.content?.[type]) return [...faults, `${status} is not documented as ${type}`];
    const at = `#/paths/${segment(operation.path)}/${operation.method.toLowerCase()}/responses/${status}/content/${segment(type)}/schema`;
    if (!type.endsWith('json')) return faults;
    const values = type.endsWith('ndjson') ? text.split('\n').filter(line => line !== '') : [text];
    return [...faults, ...values.flatMap(value => this.schemaFaults(at, value))];
  }

  private problemFaults(status: number, type: string, text: string): string[] {
    if (type !== 'application/problem+json') return [`${status} is ${type}, not a problem`];
    const faults = this.schemaFaults(PROBLEM, text);
    const problem = JSON.parse(text) as { readonly status: number; readonly type: string; readonly code: string };
    const agrees = problem.status === status && problem.type === `urn:oretrail:problem:${problem.code}`;
    return agrees ? faults : [...faults, `a problem that contradicts itself: ${text}`];
  }

  private schemaFaults(at: string, text: string): string[] {
    const check = this.checks.get(at) ?? this.ajv.compile({ $ref: `document${at}` });
    this.checks.set(at, check);
    const value: unknown = JSON.parse(text);
    if (check(value)) return [];
    return (check.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)} in ${text.slice(0, 2_000)}`);
  } // prettier-ignore
}

const segment = (text: string): string => encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The same document with objects that have no other members than those it names: what an answer shows is documented. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const members = Object.fromEntries(Object.entries(node).map(([name, member]) => [name, closed(member)]));
  const isOpen = members['type'] === 'object' && 'properties' in members && !('additionalProperties' in members);
  return isOpen ? { ...members, additionalProperties: false } : members;
}

import { isUtf8 } from 'node:buffer';
import { Refused, type Fault } from '#kernel';
import { FaultList } from './fault-list.js';
import type { PathPart } from './pointer.js';

/** Deepest nesting of objects and arrays that is read. */
export const MAX_DEPTH = 64;

/**
 * JSON as the contract wants it ("Strict JSON"): UTF-8, no lone surrogates or U+0000 in strings and names, no numbers
 * beyond double range, at most 64 levels. Of duplicate members the last counts. Throws {@link Refused} with code
 * `malformed-json`.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  if (!isUtf8(bytes)) throw malformed('UTF-8 text');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const value = parse(text);
  const faults = strictFaults(value, text.includes('\\'));
  if (faults.length > 0) throw new Refused(faults);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    throw malformed('JSON');
  }
}

const malformed = (expected: string): Refused => new Refused([{ code: 'malformed-json', pointer: '', expected }]);

interface Level {
  readonly container: object;
  readonly keys: readonly string[] | undefined;
  readonly length: number;
  next: number;
}

/**
 * Walks without recursion. Bad characters can only come from escapes, as the text is UTF-8 and JSON has no raw control
 * characters: without a backslash in the text strings are not looked at.
 */
function strictFaults(root: unknown, escapes: boolean): Fault[] {
  const found = new FaultList();
  const levels: Level[] = [];
  visit(root, escapes, found, levels);
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    if (level.next >= level.length || found.full) {
      levels.pop();
      found.leave();
      continue;
    }
    const index = level.next++;
    const part: PathPart = level.keys?.[index] ?? index;
    if (escapes && typeof part === 'string' && !isCleanText(part)) {
      found.add('malformed-json', 'member names without U+0000 and lone surrogates');
      continue;
    }
    found.enter(part);
    const depth = levels.length;
    visit((level.container as Record<PathPart, unknown>)[part], escapes, found, levels);
    if (levels.length === depth) found.leave();
  }
  return found.faults;
}

function visit(value: unknown, escapes: boolean, found: FaultList, levels: Level[]): void {
  if (typeof value === 'string') {
    if (escapes && !isCleanText(value)) found.add('malformed-json', 'text without U+0000 and lone surrogates');
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) found.add('malformed-json', 'a number within double range');
  } else if (typeof value === 'object' && value !== null) {
    if (levels.length >= MAX_DEPTH) found.add('malformed-json', `at most ${MAX_DEPTH} levels of nesting`);
    else levels.push(levelOf(value));
  }
}

function levelOf(container: object): Level {
  if (Array.isArray(container)) return { container, keys: undefined, length: container.length, next: 0 };
  const keys = Object.keys(container);
  return { container, keys, length: keys.length, next: 0 };
}

/** True for text that PostgreSQL and every JSON reader can keep: no U+0000, no lone surrogate. */
export const isCleanText = (text: string): boolean => !text.includes('\0') && !LONE_SURROGATE.test(text);

const LONE_SURROGATE = /\p{Surrogate}/u;

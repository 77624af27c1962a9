import { processData } from './data/processes.js';
import type { Process, Product } from './types.js';
import { STAGES } from './types.js';

/** What a `processing` event may be. Mining, stock counts and losses are events or fields of their own. */
export const PROCESSES: readonly Process[] = processData.entries;

const BY_CODE = new Map(PROCESSES.map(process => [process.code, process]));
const STAGE_NAMES: ReadonlySet<string> = new Set(STAGES);

export const findProcess = (code: string): Process | undefined => BY_CODE.get(code);

/** True where the process may lawfully and technically be fed with the product. */
export const accepts = (process: Process, product: Product): boolean =>
  process.inputs.some(pattern => matches(pattern, product));

/**
 * True where the process can make the product. Work in progress that a run leaves over is what the run took in, so a
 * yield is odd only where the process neither `produces` nor `accepts` it.
 */
export const produces = (process: Process, product: Product): boolean =>
  process.outputs.some(pattern => matches(pattern, product));

/** A pattern is a stage, a prefix that ends in `*`, or a product code. */
export function matches(pattern: string, product: Product): boolean {
  if (STAGE_NAMES.has(pattern)) return product.stage === pattern;
  if (pattern.endsWith('*')) return product.code.startsWith(pattern.slice(0, -1));
  return product.code === pattern;
}

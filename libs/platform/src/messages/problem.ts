import type { DomainError, Locale, PlacedFault } from '#kernel';
import { MAX_FAULTS } from '../validation/index.js';
import { message } from './messages.js';

/** Problem details (RFC 9457) as the contract writes them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly ProblemError[];
  /** There are more than the errors listed. */
  readonly truncated?: true;
}

/** One entry of `errors`: a fault, with `parameter` in the place of `pointer` where it is about the query. */
export type ProblemError = Omit<PlacedFault, 'pointer'> & { readonly pointer?: string };

/** The problem that a refusal stands for, in the language asked for. */
export function problemOf(error: DomainError, locale: Locale): Problem {
  const { code, status, faults } = error;
  return {
    type: `urn:oretrail:problem:${code}`,
    title: message(locale, code) ?? code,
    status,
    code,
    detail: faults.length > 0 ? detailOf(faults, locale) : plainDetail(error, locale),
    ...(faults.length > 0 ? { errors: faults.slice(0, MAX_FAULTS).map(toError) } : {}),
    ...(faults.length > MAX_FAULTS ? { truncated: true as const } : {}),
  };
}

/** The English sentence names the value; the catalogue's Chinese title stands where there is one. */
const plainDetail = (error: DomainError, locale: Locale): string =>
  locale === 'en' ? error.message : (message(locale, error.code) ?? error.message);

function toError({ pointer, parameter, ...fault }: PlacedFault): ProblemError {
  return parameter === undefined ? { ...fault, pointer } : { ...fault, parameter };
}

function detailOf(faults: readonly PlacedFault[], locale: Locale): string {
  const fault = faults[0]!;
  const { value, expected, available } = fault;
  const parts = [
    `${message(locale, fault.code) ?? fault.code} ${whereOf(fault, locale)}`,
    value === undefined ? undefined : message(locale, 'detail.value', { value: JSON.stringify(value) }),
    expected === undefined ? undefined : message(locale, 'detail.expected', { expected }),
    available === undefined ? undefined : message(locale, 'detail.available', { available }),
    faults.length > 1 ? message(locale, 'detail.more', { count: faults.length - 1 }) : undefined,
  ].filter(part => part !== undefined);
  return locale === 'zh' ? `${parts.join('，')}。` : `${parts.join(', ')}.`;
}

function whereOf(fault: PlacedFault, locale: Locale): string {
  if (fault.parameter !== undefined) return message(locale, 'detail.parameter', { where: fault.parameter })!;
  return fault.pointer === ''
    ? message(locale, 'detail.body')!
    : message(locale, 'detail.at', { where: fault.pointer })!;
}

import type { Fault } from '#kernel';

/** Faults of `validTo` not after `validFrom` (half-open), and of `to` before `from` (a day counts to its end). */
export function orderFaults(item: Readonly<Record<string, unknown>>): Fault[] {
  const valid = gap(item, 'validFrom', 'validTo');
  const ran = gap(item, 'from', 'to');
  return [
    ...(valid !== undefined && valid <= 0 ? [early(item, 'validTo', `later than validFrom`)] : []),
    ...(ran !== undefined && ran < 0 ? [early(item, 'to', 'not earlier than from')] : []),
  ];
}

function gap(item: Readonly<Record<string, unknown>>, from: string, to: string): number | undefined {
  const [begin, end] = [item[from], item[to]];
  return typeof begin === 'string' && typeof end === 'string' ? Date.parse(end) - Date.parse(begin) : undefined;
}

const early = (item: Readonly<Record<string, unknown>>, field: string, expected: string): Fault => ({
  code: 'out-of-range',
  pointer: `/${field}`,
  value: item[field],
  expected,
});

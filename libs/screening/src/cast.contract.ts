import { expect } from '@jest/globals';
import { uuidOf } from '#testing';
import type { CollectionName } from './facts/registry-facts.js';
import type { EnterpriseItem, PermitItem, RegistryItems } from './facts/registry-items.js';

type Given<C extends CollectionName> = Partial<RegistryItems[C]>;
export type Kinds = EnterpriseItem['kinds'];

const supplied = { source: 'test' };

/** Numbers follow from content: equal items have equal numbers. */
const numbered = <T extends object>(item: T): T & { number: string } => ({
  number: uuidOf(item).slice(0, 12),
  ...item,
});

/** Registry items for cases of rules; whatever is given goes over what is usual. */
export const firm = (code: string, ...kinds: Kinds): EnterpriseItem => ({
  ...supplied,
  uscc: code,
  name: `示例企业${code.slice(10, 16)}`,
  kinds,
  region: code.slice(2, 8),
});

/** A permit valid from 2020 on. */
export const permit = (kind: PermitItem['kind'], holder: string, given: Given<'permits'> = {}): PermitItem =>
  numbered({ ...supplied, kind, holder, issuer: '主管部门', from: '2020-01-01', status: 'valid' as const, ...given });

export const place = (code: string, owner: string, given: Given<'sites'> = {}): RegistryItems['sites'] => ({
  ...supplied,
  code,
  enterprise: owner,
  kind: 'plant',
  region: owner.slice(2, 8),
  ...given,
});

export const inspection = (given: Given<'inspections'>): RegistryItems['inspections'] =>
  numbered({
    ...supplied,
    region: '360700',
    kind: 'routine' as const,
    date: '2026-01-10',
    authority: '主管部门',
    ...given,
  });

export const quota = (
  kind: RegistryItems['quotas']['kind'],
  holder: string,
  tonnesReo: number,
  given: Given<'quotas'> = {},
): RegistryItems['quotas'] => ({
  ...supplied,
  year: 2026,
  batch: 1,
  kind,
  holder,
  tonnesReo,
  issuer: '工业和信息化部',
  ...given,
});

/** A reading of ammonia nitrogen held to 15 mg/L on a day of 2026 in Shanghai. */
export const reading = (enterprise: string, from: string, value: number, given: Given<'monitoring'> = {}): RegistryItems['monitoring'] =>
  numbered({ ...supplied, enterprise, point: 'DW001', parameter: 'NH3-N', from, value, limit: 15, unit: 'mg/L', ...given }); // prettier-ignore

/** Stands in a test for any object that has these members. */
export const having = <T extends object>(members: Partial<T>): T => expect.objectContaining(members) as unknown as T;

import type { EventFacts, Instant } from '../facts/facts.js';
import type { PermitItem } from '../facts/registry-items.js';
import { isValidAt } from './permits.js';

/** Project approvals of a holder that held on the day of an instant. */
export const validApprovals = (holder: string, at: Instant, { registry }: EventFacts): PermitItem[] =>
  registry.whereAt('permits', 'holder', holder, at).filter(permit => permit.kind === 'project-approval' && isValidAt(permit, at)); // prettier-ignore

/** Project approvals of a holder as they are known now, of whatever term. */
export const knownApprovals = (holder: string, { registry }: EventFacts): PermitItem[] =>
  registry.where('permits', 'holder', holder).filter(({ kind }) => kind === 'project-approval');

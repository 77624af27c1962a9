/** What a route may ask of its caller. Every route declares one; `public` asks nothing, not even a key. */
export const NEEDS = [
  'public',
  'access:self',
  'catalogue:read',
  'events:record',
  'events:read',
  'lots:read',
  'registry:record',
  'registry:read',
  'provenance:read',
  'sources:decide',
  'findings:read',
  'findings:decide',
  'screening:run',
  'screening:configure',
  'operations:read',
  'operations:cancel',
] as const;

export type Need = (typeof NEEDS)[number];

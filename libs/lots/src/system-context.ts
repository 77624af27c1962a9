import type { Context } from '#kernel';

/** The service itself: whoever asked has been checked before, and balances need every row. */
export const SYSTEM: Context = {
  actor: 'oretrail',
  role: 'system',
  channel: 'internal',
  scope: { kind: 'all' },
  requestId: '-',
  locale: 'en',
};

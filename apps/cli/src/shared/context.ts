import type { Context } from '#kernel';

/** Somebody who works on the database itself, whom nothing is kept from. */
export const CLI: Context = {
  actor: 'oretrail',
  role: 'system',
  channel: 'cli',
  scope: { kind: 'all' },
  requestId: '-',
  locale: 'en',
};

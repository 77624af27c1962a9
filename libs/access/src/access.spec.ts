import { describe, expect, it } from '@jest/globals';
import { Authenticator, NEEDS, SETUP_ADMINISTRATOR, permits } from './index.js';

describe('Authenticator', () => {
  const authenticator = new Authenticator('s3cret-key');

  it.each(['Bearer s3cret-key', 'bearer s3cret-key', 'Bearer   s3cret-key'])('knows the key in %j', header => {
    expect(authenticator.identify(header)).toBe(SETUP_ADMINISTRATOR);
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 's3cret-key', 'Basic s3cret-key', 'Bearer s3cret-keyX', 'Bearer a b'])(
    'does not know %j',
    header => {
      expect(authenticator.identify(header)).toBeUndefined();
    },
  );

  it('refuses an empty key', () => {
    expect(() => new Authenticator('')).toThrow('must not be empty');
  });
});

describe('permits', () => {
  it('opens everything to the administrator in setup mode and only what is public to nobody', () => {
    expect(NEEDS.filter(need => permits(SETUP_ADMINISTRATOR, need))).toEqual([...NEEDS]);
    expect(NEEDS.filter(need => permits(undefined, need))).toEqual(['public']);
  });
});

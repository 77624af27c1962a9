import { describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { localeOf, readConfig, systemEnvironment } from './config.js';

describe('the configuration', () => {
  it('has defaults for everything', () => {
    const config = readConfig({}, {});
    expect(config).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: resolve('data'),
      loadDemo: true,
      locale: 'en',
      logLevel: 'info',
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes empty variables for unset', () => {
    const empty = { PORT: '', HOST: '', ORETRAIL_DATA: '', DATABASE_URL: '', ORETRAIL_ADMIN_KEY: '' };
    expect(readConfig({}, empty)).toEqual(readConfig({}, {}));
  });

  it('reads the environment, and the command line before it', () => {
    const environment = { PORT: '4000', HOST: '::1', ORETRAIL_DATA: '/srv/a', LANG: 'zh_CN.UTF-8' };
    expect(readConfig({}, environment)).toMatchObject({ port: 4000, host: '::1', dataDir: '/srv/a', locale: 'zh' });
    const flags = { port: '5000', data: '/srv/b', empty: true };
    expect(readConfig(flags, environment)).toMatchObject({ port: 5000, dataDir: '/srv/b', loadDemo: false });
  });

  it('keeps a given database and key', () => {
    const environment = { DATABASE_URL: 'postgresql://a:b@db:5432/x', ORETRAIL_ADMIN_KEY: 'k'.repeat(20) };
    expect(readConfig({}, environment)).toMatchObject({
      databaseUrl: 'postgresql://a:b@db:5432/x',
      adminKey: 'k'.repeat(20),
    });
  });

  it.each([
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '80x' }],
    ['PORT', { PORT: '-1' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://a:b@db/x' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://a:b@db' }],
    ['ORETRAIL_ADMIN_KEY', { ORETRAIL_ADMIN_KEY: 'short' }],
    ['ORETRAIL_ADMIN_KEY', { ORETRAIL_ADMIN_KEY: 'with spaces inside, but long' }],
    ['ORETRAIL_LOG_LEVEL', { ORETRAIL_LOG_LEVEL: 'loud' }],
  ])('refuses a bad %s by name', (name, environment) => {
    expect(() => readConfig({}, environment)).toThrow(name);
  });

  it('names the option where the value came from the command line', () => {
    expect(() => readConfig({ port: 'x' }, { PORT: '1' })).toThrow('--port must be');
    expect(() => readConfig({ data: ' ' }, {})).toThrow('--data must not be empty');
  });

  it('never shows a password or key', () => {
    expect(() => readConfig({}, { DATABASE_URL: 'mysql://a:secret@db/x' })).not.toThrow('secret');
    expect(() => readConfig({}, { ORETRAIL_ADMIN_KEY: 'secret' })).not.toThrow('secret');
  });
});

describe('the locale', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'C', LC_MESSAGES: 'zh_TW' }, 'zh'],
  ])('of %j is %s', (environment, locale) => {
    expect(localeOf(environment)).toBe(locale);
  });
});

describe('the environment of other programs', () => {
  it('has what they need to run and nothing else', () => {
    const environment = { PATH: '/bin', DATABASE_URL: 'postgres://a:secret@db/x', LD_PRELOAD: 'x', LANG: 'zh_CN' };
    expect(systemEnvironment(environment)).toEqual({ PATH: '/bin', LC_ALL: 'C', TZ: 'UTC' });
  });
});

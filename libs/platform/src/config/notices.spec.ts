import { describe, expect, it } from '@jest/globals';
import { NOTICE_CODES, noticeText, StartupError } from './notices.js';

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

describe('notices', () => {
  it.each(NOTICE_CODES)('%s says the same in both languages', code => {
    const [en, zh] = (['en', 'zh'] as const).map(locale => noticeText({ code, values: {} }, locale));
    expect(placeholders(zh!)).toEqual(placeholders(en!));
    expect(zh).toMatch(/\p{Script=Han}/u);
  });

  it('fills in values', () => {
    const notice = { code: 'postgres-leftover', values: { pid: 7 } } as const;
    expect(noticeText(notice, 'en')).toContain('(pid 7)');
    expect(new StartupError('config-empty', { name: 'HOST' }).message).toBe('HOST must not be empty.');
  });
});

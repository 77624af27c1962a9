import { expect, test } from '@jest/globals';
import { displayWidth, fit, padStart, printable, wrap } from './width.js';

test.each([
  ['', 0],
  ['Dy 97 %', 7],
  ['镝', 2],
  ['，', 2],
  ['赣州 GZ', 7],
  ['e\u0301', 1],
  ['█▎', 2],
])('%j takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('columns line up whatever the script', () => {
  expect(padStart('7 %', 5)).toBe('  7 %');
});

test('a text that is too wide is cut at a whole character', () => {
  expect(fit('赣州市', 6)).toBe('赣州市');
  expect(fit('赣州市', 5)).toBe('赣州…');
  expect(fit('赣州市', 4)).toBe('赣…');
});

test('English breaks at blanks, Chinese anywhere', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('许可证已吊销', 6)).toEqual(['许可证', '已吊销']);
  expect(wrap('', 6)).toEqual([]);
});

test('control characters vanish', () => {
  expect(printable('a\u001b[31mb\n')).toBe('a[31mb');
});

import type { Locale } from '#kernel';
import { isSound, type CheckReport, type Difference } from '#lots';
import { count } from '../shared/figures.js';
import type { Layout } from '../shared/layout.js';
import { styleFor } from '../shared/style.js';
import { messagesFor } from '../shared/text.js';
import { fit, printable } from '../shared/width.js';

export interface CheckRendering extends Layout {
  readonly quick: boolean;
  readonly lang: Locale;
}

/** Of each kind at most as many are listed. */
const LISTED_MAX = 20;

/** What a check found, as text; ends in a line break. */
export function renderCheck(report: CheckReport, { quick, lang, colour, width }: CheckRendering): string {
  const text = messagesFor(lang).check;
  const style = styleFor(colour);
  const seq = count(report.seq);
  if (isSound(report)) return `${style.good((quick ? text.soundQuick : text.sound)(seq))}\n`;
  const lines = [...findings(report, lang), ...limited(report.differences, each => differenceLines(each, lang, width), lang)]; // prettier-ignore
  return `${style.bad(text.unsound(seq))}\n${lines.map(line => `  ${line}\n`).join('')}`;
}

function findings(report: CheckReport, lang: Locale): string[] {
  const { violations, wrongPools, wrongRoots, tampered, stoppedAt } = report;
  const text = messagesFor(lang).check;
  return [
    ...limited(violations, ({ rule, at }) => [`${text.rules[rule]}: ${printable(at)}`], lang),
    ...limited(wrongPools, ({ event }) => [text.wrongPool(event)], lang),
    ...limited(wrongRoots, ({ source, stored, expected }) => [text.wrongRoot(printable(source), stored, expected)], lang),
    ...limited(tampered, seq => [text.tampered(count(seq))], lang),
    ...(stoppedAt ? [text.stopped(printable(stoppedAt.reason))] : []),
  ]; // prettier-ignore
}

function differenceLines({ relation, key, stored, expected }: Difference, lang: Locale, width: number): string[] {
  const text = messagesFor(lang).check;
  const [here, there] = changed(stored, expected);
  const line = (name: string, row: string | undefined): string =>
    fit(`  ${name}: ${row === undefined ? text.nothing : printable(row)}`, width - 2);
  return [text.difference(text.relations[relation], String(key)), line(text.stored, here), line(text.expected, there)];
}

/** The members that differ, where both rows are there. */
function changed(stored: string | undefined, expected: string | undefined): [string | undefined, string | undefined] {
  if (stored === undefined || expected === undefined) return [stored, expected];
  const [here, there] = [JSON.parse(stored), JSON.parse(expected)] as [Row, Row];
  const names = Object.keys(here).filter(name => JSON.stringify(here[name]) !== JSON.stringify(there[name]));
  const pick = (row: Row): string => JSON.stringify(Object.fromEntries(names.map(name => [name, row[name]])));
  return [pick(here), pick(there)];
}

type Row = Readonly<Record<string, unknown>>;

function limited<T>(items: readonly T[], linesOf: (item: T) => readonly string[], lang: Locale): string[] {
  const lines = items.slice(0, LISTED_MAX).flatMap(linesOf);
  const rest = items.length - LISTED_MAX;
  return rest > 0 ? [...lines, messagesFor(lang).check.more(count(rest))] : lines;
}

import type { Found, Score } from '#simulation';

/** What was examined. */
export interface Examination {
  readonly scale: string;
  readonly seed: number;
  readonly events: number;
  readonly seconds: { readonly load: number; readonly screen: number };
  readonly scores: ReadonlyMap<string, Score>;
}

/** Recall over what was planted, and precision over findings of S2 and graver that are no consequence. */
export function totals(scores: ReadonlyMap<string, Score>): { readonly planted: number; readonly found: number; readonly false: number } {
  const all = [...scores.values()];
  const sum = (of: (score: Score) => number): number => all.reduce((total, score) => total + of(score), 0);
  return { planted: sum(({ planted }) => planted), found: sum(({ found }) => found), false: sum(score => score.false.length) };
} // prettier-ignore

/** One table of an examination, as Markdown. */
export function tableOf({ scale, seed, events, seconds, scores }: Examination): string {
  const { planted, found, false: wrong } = totals(scores);
  const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  const rows = [...scores].map(([rule, score]) => {
    const { planted, found, missed, nearMisses, caught, consequences } = score;
    const counts = [planted, found, missed.length, nearMisses, caught.length, consequences, score.false.length];
    return [rule, ...counts.map(String)];
  });
  return [
    `## ${scale}, seed ${seed}`,
    '',
    `${events} events, taken in within ${seconds.load.toFixed(0)} s, screened within ${seconds.screen.toFixed(0)} s. ` +
      `Recall ${percent(found, planted)}, precision ${percent(found, found + wrong)}.`,
    '',
    ...aligned([HEAD, ...rows]),
    '',
    ...[...scores].flatMap(([rule, score]) => remarks(rule, score)),
  ].join('\n');
} // prettier-ignore

const HEAD = ['rule', 'planted', 'found', 'missed', 'near misses', 'of these found', 'consequences', 'false'];

/** A Markdown table with columns of one width, its head first. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  const [head, ...body] = rows.map(row => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`);
  return [head!, `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`, ...body];
}

/** How often a deviation of so many times what is tolerated was found, as Markdown. */
export function curveTable({ seed, scores }: Examination): string {
  const curves = [...scores].filter(([, { curve }]) => curve.length > 0);
  const effects = curves[0]?.[1].curve.map(({ effect }) => `${effect} ×`) ?? [];
  const rows = curves.map(([rule, { curve }]) => [rule, ...curve.map(({ found, planted }) => `${found} of ${planted}`)]);
  return [`## Detection by size of the deviation, seed ${seed}`, '', ...aligned([['rule', ...effects], ...rows])].join('\n');
} // prettier-ignore

function remarks(rule: string, { missed, caught, false: wrong }: Score): string[] {
  const about = ({ enterprise, region, subject, period, severity }: Found): string =>
    [severity, enterprise ?? region, period, subject].filter(Boolean).join(', ');
  return [
    ...missed.map(({ enterprise, region }) => `- ${rule} missed: ${enterprise ?? region ?? ''}`),
    ...caught.map(({ enterprise, region }) => `- ${rule} near miss found: ${enterprise ?? region ?? ''}`),
    ...wrong.slice(0, 5).map(finding => `- ${rule} false: ${about(finding)}`),
  ];
}

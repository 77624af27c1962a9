import type { Introduction, Origin, ProvenanceAnswer } from './answer.js';
import { columnKg, elementsOfNote, percentOf } from './figures.js';
import type { Rendering } from './rendering.js';
import { bar, toneOf } from '../shared/style.js';
import { fit, padStart, printable, wrap } from '../shared/width.js';

const BAR = 14;
const SHARE = 7;
const MASS = 14;
/** Where the words of a row begin, behind bar, share and mass. */
const INDENT = 2 + BAR + 1 + SHARE + 1 + MASS + 2;

/** The sources, largest first, then what was folded, then what nobody can explain. */
export function originLines(answer: ProvenanceAnswer, rendering: Rendering): string[] {
  const { text, style } = rendering;
  const { origins, rest, unexplained } = answer;
  return [
    style.strong(text.origins),
    ...(origins.length === 0 ? [`  ${style.faint(text.noOrigins)}`] : origins.flatMap(origin => sourceLines(origin, rendering))),
    ...(rest.count > 0 ? restLines(rest, rendering) : []),
    ...(unexplained.introducedBy.length > 0
      ? ['', style.strong(text.unexplained), ...unexplained.introducedBy.flatMap(part => unexplainedLines(part, answer, rendering))]
      : []),
  ]; // prettier-ignore
}

function sourceLines(origin: Origin, rendering: Rendering): string[] {
  const { text, style, word, nameOf, placeOf } = rendering;
  const { kind, status, reference, id, enterprise, region } = origin.source;
  const label = `${word(text.sourceStatuses, status)} · ${word(text.kinds, kind)} ${printable(shownReference(kind, reference, id))}`;
  const who = [nameOf(enterprise), placeOf(region)].filter(part => part && part !== '?').join(' · ');
  return [
    row(origin, label, rendering, toneOf(style, status)),
    ...indented(who, rendering),
    ...indented(details(origin, rendering), rendering, style.faint),
  ];
}

/** What is not named one by one: in groups where the answer has them. */
function restLines(rest: ProvenanceAnswer['rest'], rendering: Rendering): string[] {
  const { text, style, word, placeOf } = rendering;
  const groups = (rest.groups ?? []).map(({ kind, status, region, year, count, share }) => {
    const what = `${word(text.sourceStatuses, status)} · ${word(text.kinds, kind)}`;
    return [`${percentOf(share)}  ${count} ×`, what, placeOf(region), year].filter(Boolean).join(' ');
  });
  return [
    row(rest, text.rest(String(rest.count)), rendering, style.faint),
    ...groups.flatMap(line => indented(line, rendering, style.faint)),
  ];
}

/** A licence or supplier is told with its year, which the reference leaves out. */
function shownReference(kind: string, reference: string | undefined, id: string): string {
  const year = /:(\d{4})$/.exec(id)?.[1];
  const named = reference ?? id.slice(id.indexOf(':') + 1);
  return (kind === 'mine' || kind === 'scrap') && year && !named.endsWith(year) ? `${named} (${year})` : named;
}

function details({ shareMin, shareMax, elements }: Origin, { text }: Rendering): string {
  const bounds =
    shareMin === undefined || shareMax === undefined ? '' : text.bounds(percentOf(shareMin), percentOf(shareMax));
  return [bounds, elementsOfNote(elements)].filter(Boolean).join(' · ');
}

function unexplainedLines(part: Introduction, { subject }: ProvenanceAnswer, rendering: Rendering): string[] {
  const { text, style, word, nameOf } = rendering;
  const share = subject.reoKg > 0 ? part.reoKg / subject.reoKg : 0;
  return [
    row({ reoKg: part.reoKg, share }, word(text.kinds, part.kind), rendering, style.bad),
    ...indented(text.introducedBy(nameOf(part.enterprise)), rendering),
    ...indented(elementsOfNote(part.elements), rendering, style.faint),
    ...(part.event ? indented(text.event(printable(part.event)), rendering, style.faint) : []),
  ];
}

type Tone = (text: string) => string;

function row(amount: { readonly share: number; readonly reoKg: number }, label: string, { width }: Rendering, tone: Tone): string {
  const figures = `${padStart(percentOf(amount.share), SHARE)} ${padStart(columnKg(amount.reoKg), MASS)}`;
  return `  ${tone(bar(amount.share, BAR))} ${figures}  ${tone(fit(label, width - INDENT))}`;
} // prettier-ignore

const indented = (text: string, { width }: Rendering, tone: Tone = plain => plain): string[] =>
  wrap(text, width - INDENT).map(line => ' '.repeat(INDENT) + tone(line));

import type { Names } from '../client/enterprise-names.js';
import type { ProvenanceAnswer, Remark, Verdict } from './answer.js';
import { columnKg, dayOfInstant, exactKg } from './figures.js';
import { originLines } from './render-origins.js';
import { treeLines } from './render-tree.js';
import { renderingFor, type RenderOptions, type Rendering } from './rendering.js';
import { toneOf } from '../shared/style.js';
import { printable, wrap } from '../shared/width.js';

/**
 * A provenance answer as text for people: the verdict first, then the sources, what nobody can explain, figures of the
 * chain, and the way of the material as a tree. Pure; ends in a line break.
 */
export function renderTrace(answer: ProvenanceAnswer, names: Names, options: RenderOptions): string {
  const rendering = renderingFor(names, options);
  const sections = [
    subjectLines(answer, rendering),
    verdictLines(answer.verdict, rendering),
    originLines(answer, rendering),
    findingLines(answer, rendering),
    chainLines(answer, rendering),
    treeLines(answer.graph, rendering),
  ];
  return sections
    .filter(lines => lines.length > 0)
    .map(lines => lines.map(line => `${line.trimEnd()}\n`).join(''))
    .join('\n');
}

function subjectLines({ subject, asOf }: ProvenanceAnswer, rendering: Rendering): string[] {
  const { text, style, word } = rendering;
  const assumed = (subject.assayBasis ?? []).filter(basis => basis !== 'declared');
  const title = `${word(text.subjects, subject.kind)} ${printable(subject.id)}`;
  const at = printable(asOf.at).slice(0, 16).replace('T', ' ');
  return [
    `${style.strong(title)}   ${exactKg(subject.massKg)} · ${exactKg(subject.reoKg)} REO`,
    style.faint(text.asOf(String(asOf.seq), at)),
    ...assumed.map(basis => style.open(word(text.bases, basis))),
  ];
}

function verdictLines({ status, reasons, missing }: Verdict, rendering: Rendering): string[] {
  const { text, style, word } = rendering;
  const tone = toneOf(style, status);
  const heading = `${text.verdict}  ${tone(style.strong(word(text.statuses, status)))}  ${word(text.meanings, status)}`;
  return [
    heading,
    ...reasons.flatMap(remark => remarkLines(style.bad('✗'), remark, rendering)),
    ...missing.flatMap(remark => remarkLines(style.open('?'), remark, rendering)),
  ];
}

function remarkLines(mark: string, { code, detail, refs }: Remark, { text, style, width, word }: Rendering): string[] {
  const shown = (refs ?? []).slice(0, REFS_SHOWN).map(printable).join(text.separator);
  const more = (refs?.length ?? 0) > REFS_SHOWN ? ' …' : '';
  return [
    `  ${mark} ${word(text.codes, code)}`,
    ...(detail ? wrap(printable(detail), width - 4).map(line => `    ${line}`) : []),
    ...(shown ? wrap(shown + more, width - 4).map(line => `    ${style.faint(line)}`) : []),
  ];
}

const REFS_SHOWN = 4;

function findingLines({ findings }: ProvenanceAnswer, { text, style, lang, nameOf }: Rendering): string[] {
  if (findings.length === 0) return [];
  const lines = findings.map(({ rule, severity, title, enterprise }) => {
    const whose = enterprise ? ` · ${nameOf(enterprise)}` : '';
    return `  ${style.bad(printable(severity))}  ${printable(rule)}  ${printable(title[lang])}${whose}`;
  });
  return [style.strong(text.findings), ...lines];
}

function chainLines({ chain, crossProvince }: ProvenanceAnswer, { text, style, width, placeOf }: Rendering): string[] {
  const { events, holdings, enterprises, depth } = chain;
  const links = crossProvince.map(({ from, to, transfers, reoKg, flagged }) => {
    const line = `    ${placeOf(from)} → ${placeOf(to)}  ${text.transfers(String(transfers))}  ${columnKg(reoKg)} REO`;
    return flagged ? style.bad(`${line}  ${text.flagged}`) : line;
  });
  const figures = text.chainFigures(String(events), String(holdings), String(enterprises), String(depth));
  return [
    style.strong(text.chain),
    ...wrap(figures, width - 2).map(line => `  ${line}`),
    ...(chain.firstAt ? [`  ${text.span(dayOfInstant(chain.firstAt), dayOfInstant(chain.lastAt))}`] : []),
    ...(links.length > 0 ? [`  ${text.crossProvince}`, ...links] : []),
  ];
}

import type { Graph, GraphNode } from './answer.js';
import { dayOfInstant, exactKg } from './figures.js';
import type { Rendering } from './rendering.js';
import { wayOf, type Branch } from './way.js';
import { displayWidth, fit, printable } from '../shared/width.js';

/** Beyond this many lines a tree is no longer read; the rest is counted. */
const LINES_MAX = 600;

/** The graph as a tree from the subject back to its sources. */
export function treeLines(graph: Graph, rendering: Rendering): string[] {
  if (graph.nodes.length === 0) return [];
  const { text, style, width } = rendering;
  const { shown, total, truncated } = graph;
  const lines = wayOf(graph).flatMap(top =>
    'event' in top
      ? [`  ${fit(eventText(top.event, rendering), width - 2)}`, ...branchesLines(top.drew, '  ', rendering)]
      : branchLines(top, '  ', '  ', rendering),
  );
  return [
    style.strong(text.way),
    ...lines.slice(0, LINES_MAX),
    ...(lines.length > LINES_MAX ? [style.open(`  ${text.moreLines(String(lines.length - LINES_MAX))}`)] : []),
    ...(truncated ? [style.open(`  ${text.truncated(String(shown.nodes), String(total.nodes))}`)] : []),
  ];
}

function branchesLines(branches: readonly Branch[], indent: string, rendering: Rendering): string[] {
  return branches.flatMap((branch, index) =>
    index === branches.length - 1
      ? branchLines(branch, `${indent}└─ `, `${indent}   `, rendering)
      : branchLines(branch, `${indent}├─ `, `${indent}│  `, rendering),
  );
}

function branchLines(branch: Branch, lead: string, indent: string, rendering: Rendering): string[] {
  const { text, style, width } = rendering;
  const remark = branch.end && `… ${branch.end === 'above' ? text.above : text.notShown}`;
  const steps = [...branch.steps.map(event => eventText(event, rendering)), ...(remark ? [remark] : [])];
  const room = width - displayWidth(indent) - 2;
  return [
    style.faint(lead) + lotText(branch, width - displayWidth(lead), rendering),
    ...steps.map(step => `${style.faint(`${indent}←`)} ${fit(step, room)}`),
    ...branchesLines(branch.drew, indent, rendering),
  ];
}

function lotText({ lot, massKg }: Branch, room: number, { style, productOf }: Rendering): string {
  const code = fit(printable(lot.lot ?? lot.label), room);
  const facts = [massKg === undefined ? '' : exactKg(massKg), productOf(lot.product)].filter(Boolean);
  return style.strong(code) + fit(facts.map(fact => `  ${fact}`).join(''), Math.max(1, room - displayWidth(code)));
}

function eventText({ type, process, at, enterprise, label }: GraphNode, rendering: Rendering): string {
  const { text, nameOf, processOf, word } = rendering;
  const what = process ? processOf(process) : type ? word(text.events, type) : printable(label);
  return [what, dayOfInstant(at), enterprise ? nameOf(enterprise) : ''].filter(Boolean).join(' ');
}

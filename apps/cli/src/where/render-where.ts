import type { Locale } from '#kernel';
import type { Names } from '../client/enterprise-names.js';
import { count, kilograms } from '../shared/figures.js';
import type { Layout } from '../shared/layout.js';
import { styleFor, type Style } from '../shared/style.js';
import { tableLines } from '../shared/table.js';
import { messagesFor } from '../shared/text.js';
import { printable } from '../shared/width.js';
import type { Destinations } from './destinations.js';

export interface WhereRendering extends Layout {
  readonly lang: Locale;
}

/** The enterprises an answer names. */
export const usccsOf = ({ stock }: Destinations): string[] => [
  ...new Set(stock.flatMap(({ enterprise, to }) => (to === undefined ? [enterprise] : [enterprise, to]))),
];

/** Where something went, as text: stock by holder, shipments, losses. Ends in a line break. */
export function renderWhere(answer: Destinations, names: Names, { lang, colour, width }: WhereRendering): string {
  const text = messagesFor(lang).where;
  const style = styleFor(colour);
  const { subject, asOf } = answer;
  const title = `${text.subjects[subject.kind]} ${printable(subject.id)}  ${kilograms(subject.reoKg)} REO`;
  const parts = [
    [style.strong(title), style.faint(messagesFor(lang).trace.asOf(count(asOf.seq), asOf.at))],
    section(text.stock, answer.stockReoKg, text.noStock, stockLines(answer, names, lang, width), style, lang),
    section(text.shipments, answer.shipmentsReoKg, text.noShipments, shipmentLines(answer, width), style, lang),
    ...(answer.lossesReoKg ? [[`${style.strong(text.losses)}: ${kilograms(answer.lossesReoKg)} REO`]] : []),
    ...(answer.truncated ? [[style.open(text.truncated)]] : []),
  ];
  return parts.map(lines => lines.map(line => `${line.trimEnd()}\n`).join('')).join('\n');
}

function section(
  title: string,
  reoKg: number,
  none: string,
  lines: readonly string[],
  style: Style,
  lang: Locale,
): string[] {
  if (lines.length === 0) return [`${style.strong(title)}: ${none}`];
  const total = messagesFor(lang).where.total(kilograms(reoKg));
  return [`${style.strong(title)}: ${total}`, ...lines.map(line => `  ${line}`)];
}

function stockLines({ stock }: Destinations, names: Names, lang: Locale, width: number): string[] {
  const nameOf = (uscc: string): string => printable(names.get(uscc) ?? uscc);
  const onTheWay = messagesFor(lang).where.onTheWay;
  const rows = stock.map(({ enterprise, lot, inTransit, to, massKg, attributedReoKg }) => [
    `${kilograms(attributedReoKg)} REO`,
    kilograms(massKg),
    printable(lot),
    to === undefined ? nameOf(enterprise) : `${nameOf(enterprise)} → ${nameOf(to)}`,
    inTransit ? onTheWay : '',
  ]);
  return tableLines(rows, ['right', 'right'], width - 2);
}

function shipmentLines({ shipments }: Destinations, width: number): string[] {
  const rows = shipments.map(({ declaration, massKg, attributedReoKg, share }) => [
    `${kilograms(attributedReoKg)} REO`,
    kilograms(massKg),
    printable(declaration),
    `${(share * 100).toFixed(1)} %`,
  ]);
  return tableLines(rows, ['right', 'right', 'left', 'right'], width - 2);
}

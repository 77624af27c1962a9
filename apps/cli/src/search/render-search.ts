import { findProduct, provinceName } from '#catalogue';
import type { Locale } from '#kernel';
import type { paths } from '../client/openapi.js';
import { kilograms } from '../shared/figures.js';
import type { Layout } from '../shared/layout.js';
import { styleFor } from '../shared/style.js';
import { tableLines } from '../shared/table.js';
import { messagesFor } from '../shared/text.js';
import { printable } from '../shared/width.js';

/** What a search has found. */
export type Found = paths['/v1/search']['get']['responses'][200]['content']['application/json'];

export interface SearchRendering extends Layout {
  readonly lang: Locale;
}

/** What was found, kind by kind, as text; ends in a line break. */
export function renderSearch(found: Found, q: string, { lang, colour, width }: SearchRendering): string {
  const text = messagesFor(lang).search;
  const style = styleFor(colour);
  const rows = rowsOf(found, lang);
  const kinds = (Object.keys(rows) as (keyof typeof rows)[]).filter(kind => rows[kind].length > 0);
  if (kinds.length === 0) return `${text.nothing(printable(q))}\n`;
  const parts = kinds.map(kind => {
    const lines = tableLines(rows[kind].map(row => row.map(printable)), [], width - 2); // prettier-ignore
    const more = found.more.includes(kind) ? [style.open(`  ${text.more}`)] : [];
    return [style.strong(text.groups[kind]), ...lines.map(line => `  ${line}`), ...more].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

function rowsOf({ lots, shipments, documents, enterprises, permits, findings }: Found, lang: Locale) {
  const productOf = (code: string): string => findProduct(code)?.[lang] ?? code;
  return {
    lots: lots.map(({ lot, product, massKg, declaredBy }) => [lot, kilograms(massKg), productOf(product), declaredBy]),
    shipments: shipments.map(({ declaration, at, enterprise }) => [declaration, at.slice(0, 10), enterprise]),
    documents: documents.map(({ kind, number }) => [number, kind]),
    enterprises: enterprises.map(({ uscc, name, region }) => [uscc, name ?? '', provinceName(region ?? '', lang) ?? '']),
    permits: permits.map(({ kind, number, holder, status }) => [number, kind, status, holder]),
    findings: findings.map(({ id, rule, severity, title, enterprise }) => [id, rule, severity, title[lang], enterprise ?? '']),
  } satisfies Record<string, string[][]>;
} // prettier-ignore

// node scripts/make-rule-pages.mjs: writes docs/rules/<CODE>.md from each rule and the names of its cases.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { RULES } from '../dist/libs/screening/src/index.js';

const FOLDER = new URL('../docs/rules/', import.meta.url);
const SPECS = new URL('../libs/screening/src/rules/', import.meta.url);
const KINDS = { V: 'violation', C: 'check of an authority', D: 'duty', R: 'record' };

const fineText = ({ minCny, maxCny }) =>
  [minCny, maxCny].map(each => each?.toLocaleString('en') ?? '…').join(' to ') + ' CNY';

for (const rule of RULES) await write(`${rule.code}.md`, page(rule));
await write('index.md', index());

function page(rule) {
  const { code, title, kind, severity, authorities, reading, basis, consequence, fine, parameters } = rule;
  const bounds =
    rule.validFrom || rule.validTo
      ? `In force from ${rule.validFrom ?? 'ever'} to ${rule.validTo ?? 'further notice'}.`
      : '';
  return [
    `# ${code} ${title.zh} · ${title.en}`,
    `${KINDS[kind]}, severity ${severity}; ${authorities.join(', ')}. ${bounds}`,
    reading.zh,
    reading.en,
    '## Where it is written',
    ...basis.map(
      ({ document, clause, quotation }) =>
        `- ${document.zh} ${clause}: ${quotation.zh}\n  (${document.en}: ${quotation.en})`,
    ),
    ...(consequence ? ['## What follows', `${consequence.zh}`, `${consequence.en}`] : []),
    ...(fine ? [`Fine: ${fineText(fine)} (${fine.law}).`] : []),
    ...parameterTable(parameters),
    ...caseList(code),
  ].join('\n\n');
}

function parameterTable(parameters) {
  const rows = Object.entries(parameters).map(
    ([name, { value, min, max, unit, meaning }]) =>
      `| \`${name}\` | ${value} ${unit} | ${min} to ${max} | ${meaning.zh} · ${meaning.en} |`,
  );
  return rows.length > 0
    ? ['## Parameters', ['| name | value | bounds | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')]
    : [];
}

/** The names of the cases, as the specification beside the rule has them. */
function caseList(code) {
  const text = readFileSync(new URL(`${code.toLowerCase()}.rule.spec.ts`, SPECS), 'utf8');
  const begin = text.indexOf('describeRule(rule');
  const parts = [
    ['fires', 'Fires where'],
    ['quiet', 'Stays quiet where'],
    ['near', 'Just stays quiet where'],
  ];
  return parts.flatMap(([key, words]) => {
    const from = text.indexOf(`${key}: [`, begin);
    const names = [...sectionOf(text, from).matchAll(/name:\s*(['"`])(.+?)\1/g)].map(match => `- ${match[2]}`);
    return names.length > 0 ? [`## ${words}`, names.join('\n')] : [];
  });
}

/** The array that begins at a place, by its brackets. */
function sectionOf(text, from) {
  if (from < 0) return '';
  let depth = 0;
  for (let at = text.indexOf('[', from); at < text.length; at++) {
    if (text[at] === '[') depth++;
    if (text[at] === ']' && --depth === 0) return text.slice(from, at);
  }
  return '';
}

function index() {
  const rows = RULES.map(
    ({ code, title, severity }) => `| [${code}](${code}.md) | ${title.zh} | ${title.en} | ${severity} |`,
  );
  return [
    '# Rules that are decided from data',
    ['| code | | | severity |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

async function write(name, text) {
  const path = new URL(name, FOLDER);
  const options = { ...(await resolveConfig(path)), filepath: path.pathname };
  writeFileSync(path, await format(text, options));
}

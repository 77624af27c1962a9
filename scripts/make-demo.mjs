// Writes data/demo/*.ndjson from the story in scripts/demo. The same story gives the same bytes.
//   node scripts/make-demo.mjs            writes the files
//   node scripts/make-demo.mjs --check    fails where a file differs from the story, or the story does not balance
//   node scripts/make-demo.mjs --balance  prints the balance of every run and the origins of every shipment
import { readFileSync, writeFileSync } from 'node:fs';
import { customsDeclarations, enterprises, permits, sites } from './demo/cast.mjs';
import { describe, faultsOf, replay } from './demo/replay.mjs';
import { tellStory } from './demo/story.mjs';

const folder = new URL('../data/demo/', import.meta.url);
const events = tellStory();

/** Relative path to content; registry files in the order in which they are loaded. */
const files = Object.entries({
  'registry/enterprises': enterprises,
  'registry/sites': sites,
  'registry/permits': permits,
  'registry/customs-declarations': customsDeclarations,
  events,
}).map(([name, items]) => ({
  url: new URL(`${name}.ndjson`, folder),
  text: items.map(item => `${JSON.stringify(item)}\n`).join(''),
}));

const result = replay(events);
const faults = faultsOf(result);

if (process.argv.includes('--balance')) console.log(describe(result));
if (process.argv.includes('--check')) faults.push(...stale());
else for (const { url, text } of files) writeFileSync(url, text);

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`${events.length} events, ${enterprises.length} enterprises: balanced and up to date`);

function stale() {
  return files.filter(({ url, text }) => readOrEmpty(url) !== text).map(({ url }) => `${url.pathname} is out of date`);
}

function readOrEmpty(url) {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return '';
  }
}

import { SCALES, VIOLATIONS, writeScenario, type ScaleName, type Written } from '#simulation';
import type { Locale } from '#kernel';
import { defineCommand, nothingElse } from '../shared/define-command.js';
import { EXIT } from '../shared/exit-codes.js';
import { CallError } from '../shared/failures.js';
import { count } from '../shared/figures.js';
import { messagesFor } from '../shared/text.js';

const DEFAULT_OUT = 'scenario';

/** `oretrail simulate`: writes a year of an invented country, with violations if asked for and the key to them. */
export const simulate = defineCommand({
  name: 'simulate',
  texts: lang => messagesFor(lang).simulate,
  options: {
    scale: { type: 'string', default: 'small' },
    seed: { type: 'string', default: '1' },
    violations: { type: 'string', default: 'none' },
    out: { type: 'string', default: DEFAULT_OUT },
  },
  run: async ({ values, positionals, lang, io }) => {
    nothingElse(positionals, lang);
    const { scale, seed, violations, out } = values;
    const scenario = { scale: scaleOf(scale, lang), seed: seedOf(seed, lang), violations: codesOf(violations, lang) };
    const written = await writeScenario(scenario, out);
    const { done } = messagesFor(lang).simulate;
    io.stdout.write(`${done(count(written.get('events')!), count(itemsOf(written)), count(written.get('key')!), out)}\n`);
    return EXIT.done;
  },
}); // prettier-ignore

const itemsOf = (written: Written): number =>
  [...written].reduce((sum, [file, lines]) => sum + (file.startsWith('registry/') ? lines : 0), 0);

function scaleOf(text: string, lang: Locale): ScaleName {
  if (text in SCALES) return text as ScaleName;
  throw new CallError(messagesFor(lang).simulate.badScale(text, Object.keys(SCALES).join(', ')));
}

function seedOf(text: string, lang: Locale): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CallError(messagesFor(lang).simulate.badSeed(text));
}

function codesOf(text: string, lang: Locale): readonly string[] {
  if (text === 'all') return VIOLATIONS;
  if (text === 'none') return [];
  const codes = text.split(',').map(code => code.trim());
  const unknown = codes.find(code => !VIOLATIONS.includes(code));
  if (unknown === undefined) return codes;
  throw new CallError(messagesFor(lang).simulate.badViolation(unknown, VIOLATIONS.join(', ')));
}

import { findProcess, findProduct, provinceName } from '#catalogue';
import type { Locale } from '#kernel';
import type { Names } from '../client/enterprise-names.js';
import type { Messages } from '../messages/en.js';
import { messagesFor } from '../shared/text.js';
import { styleFor, type Style } from '../shared/style.js';
import { printable } from '../shared/width.js';

export interface RenderOptions {
  readonly lang: Locale;
  /** Whether to colour; off where the output is no terminal or `NO_COLOR` is set. */
  readonly colour: boolean;
  /** Columns of the terminal; lines longer than this are cut or broken. */
  readonly width: number;
}

/** What every part of the output is written with. */
export interface Rendering {
  readonly lang: Locale;
  readonly text: Messages['trace'];
  readonly style: Style;
  readonly width: number;
  readonly nameOf: (uscc: string | undefined) => string;
  /** The province of a region; the country, where the code is one. */
  readonly placeOf: (region: string | undefined) => string;
  readonly productOf: (code: string | undefined) => string;
  readonly processOf: (code: string) => string;
  /** The word for a code; the code itself where the messages have none. */
  readonly word: (words: Readonly<Record<string, string>>, code: string) => string;
}

const WIDTH_MIN = 72;

export function renderingFor(names: Names, { lang, colour, width }: RenderOptions): Rendering {
  return {
    lang,
    text: messagesFor(lang).trace,
    style: styleFor(colour),
    width: Math.max(width, WIDTH_MIN),
    nameOf: uscc => printable((uscc && names.get(uscc)) ?? uscc ?? '?'),
    placeOf: region => printable(placeName(region ?? '', lang)),
    productOf: code => printable((code && findProduct(code)?.[lang]) ?? code ?? ''),
    processOf: code => printable(findProcess(code)?.[lang] ?? code),
    word: (words, code) => printable(words[code] ?? code),
  };
}

function placeName(code: string, lang: Locale): string {
  if (!/^[A-Z]{2}$/.test(code)) return provinceName(code, lang) ?? code;
  return new Intl.DisplayNames(lang, { type: 'region' }).of(code) ?? code;
}

/** Colours by what they mean; without colour every function returns its text. */
export interface Style {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly open: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const ansi = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const plain = (text: string): string => text;

export const styleFor = (colour: boolean): Style =>
  colour
    ? { good: ansi(32), bad: ansi(31), open: ansi(33), strong: ansi(1), faint: ansi(90) }
    : { good: plain, bad: plain, open: plain, strong: plain, faint: plain };

/** The colour of a verdict or of a source's status. */
export function toneOf(style: Style, status: string): (text: string) => string {
  if (status === 'CLEAN' || status === 'legal') return style.good;
  return status === 'FLAGGED' || status === 'illegal' ? style.bad : style.open;
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of `width` columns for a share between 0 and 1; anything above nothing shows at least a sliver. */
export function bar(share: number, width: number): string {
  const eighths = Math.max(share > 0 ? 1 : 0, Math.round(Math.min(1, share) * width * 8));
  const drawn = '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
  return drawn + ' '.repeat(width - drawn.length);
}

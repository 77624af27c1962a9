export type PathPart = string | number;

/** One step of a JSON pointer (RFC 6901), with its slash. */
export const pointerStep = (part: PathPart): string =>
  typeof part === 'number' ? `/${part}` : `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`;

export const pointerOf = (path: readonly PathPart[]): string => path.map(pointerStep).join('');

import { readFile } from 'node:fs/promises';

/** The values of a file with one JSON value a line; blank lines are skipped. @throws SyntaxError naming the line */
export async function readNdjson(file: string): Promise<unknown[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [parse(line, `${file}:${index + 1}`)]));
}

function parse(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new SyntaxError(`${place} is no JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** How the characters of a file are written. GBK is read as GB18030, which contains it. */
export type Encoding = 'utf-8' | 'gb18030';

/** Stands for bytes that are no character. */
export const BROKEN = '\uFFFD';

const ASCII_MAX = 0x7f;

/**
 * Gives the bytes of a file as UTF-8. Whether they are is told by the first part that is not plain ASCII: where that is
 * no UTF-8, it and all that follows is taken for GB18030. Bytes that are no character of it become {@link BROKEN};
 * broken UTF-8 is passed on as it is.
 */
export async function* toUtf8(chunks: AsyncIterable<Buffer>, given?: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('gb18030');
  let encoding = given;
  let undecided: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = undecided.length > 0 ? Buffer.concat([undecided, chunk]) : chunk;
    encoding ??= encodingOf(bytes, false);
    undecided = Buffer.alloc(0);
    if (encoding === undefined && !isAscii(bytes)) undecided = bytes;
    else yield encoding === 'gb18030' ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes;
  }
  encoding ??= encodingOf(undecided, true);
  if (undecided.length > 0) yield encoding === 'gb18030' ? Buffer.from(decoder.decode(undecided)) : undecided;
  else if (encoding === 'gb18030') yield Buffer.from(decoder.decode());
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every(byte => byte <= ASCII_MAX);

/** `undefined` where bytes do not tell: plain ASCII, or nothing beyond it but the begin of a character. */
function encodingOf(bytes: Buffer, isAll: boolean): Encoding | undefined {
  const begin = bytes.findIndex(byte => byte > ASCII_MAX);
  if (begin < 0) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(begin), { stream: !isAll });
    return text === '' ? undefined : 'utf-8';
  } catch {
    return 'gb18030';
  }
}

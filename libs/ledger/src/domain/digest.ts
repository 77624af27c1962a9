import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel';

/** SHA-256 of a value's canonical JSON (RFC 8785), salted by a prefix where one is given. */
export function contentDigest(value: unknown, salt?: Buffer): Buffer {
  const hash = createHash('sha256');
  if (salt) hash.update(salt);
  return hash.update(canonicalJson(value)).digest();
}

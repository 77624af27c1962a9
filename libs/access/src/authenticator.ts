import { createHash, timingSafeEqual } from 'node:crypto';
import { SETUP_ADMINISTRATOR, type Identity } from './domain/identity.js';

/** Tells from the header `Authorization` who is calling. */
export class Authenticator {
  private readonly adminDigest: Buffer;

  constructor(adminKey: string) {
    if (adminKey === '') throw new Error('The administrator key must not be empty');
    this.adminDigest = digest(adminKey);
  }

  /** The caller's identity, or `undefined` for a missing, malformed or unknown key; takes the same time for each. */
  identify(authorization: string | undefined): Identity | undefined {
    const key = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? '';
    return timingSafeEqual(digest(key), this.adminDigest) ? SETUP_ADMINISTRATOR : undefined;
  }
}

const digest = (key: string): Buffer => createHash('sha256').update(key).digest();

export { Authenticator } from './authenticator.js';
export { SETUP_ADMINISTRATOR, permits } from './domain/identity.js';
export type { Identity } from './domain/identity.js';
export { NEEDS } from './domain/need.js';
export type { Need } from './domain/need.js';

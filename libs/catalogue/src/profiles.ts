import { toDistribution } from '#kernel';
import { profileData } from './data/profiles.js';
import type { Profile } from './types.js';

/** Reference distributions, good for defaults and leads; their `status` says how far each may be believed. */
export const PROFILES: readonly Profile[] = profileData.entries.map(row => ({
  ...row,
  distribution: toDistribution(row.percent),
}));

const BY_ID = new Map(PROFILES.map(profile => [profile.id, profile]));

export const findProfile = (id: string): Profile | undefined => BY_ID.get(id);

import type { Locale } from '#kernel';
import { provinceOf } from '#kernel';
import { regionData } from './data/regions.js';
import type { Region } from './types.js';

/** The 34 provinces and the lower codes that have a name here; {@link isRegionCode} takes others too. */
export const REGIONS: readonly Region[] = regionData.entries;

const BY_CODE = new Map(REGIONS.map(region => [region.code, region]));

/** The region of this very code; for the province of a lower code see {@link provinceName}. */
export const findRegion = (code: string): Region | undefined => BY_CODE.get(code);

/** True for six digits whose first two are a province of GB/T 2260; the lower four are not looked up. */
export const isRegionCode = (text: string): boolean => /^\d{6}$/.test(text) && BY_CODE.has(provinceOf(text));

/** Name of the province a region lies in, or `undefined` where the first two digits name none. */
export const provinceName = (regionCode: string, locale: Locale): string | undefined =>
  BY_CODE.get(provinceOf(regionCode))?.[locale];

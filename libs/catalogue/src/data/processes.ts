import type { Dataset, Process, Validity } from '../types.js';
import { ENTERPRISE_KINDS } from '../types.js';
import { CATALOGUE_SINCE } from './sources.js';

type Row = Omit<Process, keyof Validity | 'sameProduct'> & { readonly sameProduct?: true };

const ANY = ['*'];
const MELT_FEED = ['OX-*', 'FL-*', 'CL-*', 'MRCL'];
const MELT_PRODUCTS = ['METAL', 'ALY-DyFe', 'ALY-TbFe', 'ALY-HoFe', 'ALY-GdFe', 'SCR-SLAG'];
const MELT_NOTE = 'iron cathodes give the ferro-alloys in one step, mixed chloride gives mischmetal';

/** Handling of one product: weighing twice may differ by 0.2 %. */
const handling = (code: string, zh: string, en: string): Row => ({
  code, zh, en, actorKinds: ENTERPRISE_KINDS, inputs: ANY, outputs: ANY, sameProduct: true,
  yield: { min: 0.998, max: 1.002 }, status: 'derived', sources: ['derived'],
}); // prettier-ignore

const rows: readonly Row[] = [
  { code: 'BENEFICIATION', zh: '选矿', en: 'beneficiation', actorKinds: ['mine'],
    inputs: ['ORE-MIX', 'ORE-BAS'], outputs: ['CON-*'],
    yield: { min: 0.65, max: 1 }, status: 'verified', sources: ['NORM16'], note: '0.75 is asked of ore that is not low-grade' },
  { code: 'ION_LEACH', zh: '离子型浸取、沉淀、灼烧', en: 'leaching, precipitation and calcination of ion clay', actorKinds: ['mine'],
    inputs: ['ORE-ION'], outputs: ['ENR-ION-*'],
    yield: { min: 0.75, max: 1 }, status: 'verified', sources: ['NORM16'], note: 'recovery of mining and processing together' },
  { code: 'SMELT_DECOMP', zh: '精矿分解（焙烧、浸出）', en: 'decomposition of concentrate (roasting, leaching)', actorKinds: ['smelter'],
    inputs: ['CON-*'], outputs: ['MRC', 'MRCL', 'WST-RAD'],
    yield: { min: 0.92, max: 1 }, status: 'verified', sources: ['NORM16'] },
  { code: 'SEPARATION', zh: '萃取分离', en: 'separation by solvent extraction', actorKinds: ['smelter'],
    inputs: ['MRC', 'MRCL', 'ENR-*', 'CON-MON', 'OX-SEG'], outputs: ['OX-*', 'CA-*', 'CL-*'],
    yield: { min: 0.94, max: 1 }, status: 'verified', sources: ['NORM16', 'general'], note: '0.96 is asked of rock feed, 0.94 of ion feed; that SEG concentrate is separated on is unverified' },
  { code: 'CALCINE', zh: '沉淀、灼烧', en: 'precipitation and calcination', actorKinds: ['smelter', 'metal'],
    inputs: ['COMP_SEP'], outputs: ['COMP_SEP'],
    yield: { min: 0.97, max: 1 }, status: 'unverified', sources: ['general'] },
  { code: 'CONVERT', zh: '转型（氟化等）', en: 'conversion to another salt', actorKinds: ['smelter', 'metal'],
    inputs: ['COMP_SEP'], outputs: ['COMP_SEP'],
    yield: { min: 0.97, max: 1 }, status: 'unverified', sources: ['general'] },
  { code: 'ELECTROLYSIS', zh: '熔盐电解', en: 'molten-salt electrolysis', actorKinds: ['metal'],
    inputs: MELT_FEED, outputs: MELT_PRODUCTS,
    yield: { min: 0.92, max: 1 }, status: 'unverified', sources: ['general'], note: MELT_NOTE },
  { code: 'REDUCTION', zh: '金属热还原', en: 'metallothermic reduction', actorKinds: ['metal'],
    inputs: MELT_FEED, outputs: MELT_PRODUCTS,
    yield: { min: 0.92, max: 1 }, status: 'unverified', sources: ['general'] },
  { code: 'ALLOYING', zh: '合金', en: 'alloying', actorKinds: ['metal', 'magnet'],
    inputs: ['METAL', 'ALLOY'], outputs: ['ALLOY'],
    yield: { min: 0.96, max: 1 }, status: 'unverified', sources: ['general'] },
  { code: 'MAGNET_MAKING', zh: '磁材制造', en: 'magnet making', actorKinds: ['magnet'],
    inputs: ['METAL', 'ALLOY'], outputs: ['MAG', 'SCR-NdFeB-*'],
    yield: { min: 0.9, max: 1 }, status: 'unverified', sources: ['general', 'SCR22'], note: 'scrap is near 30 % of the weight of the magnets and counts as output' },
  { code: 'RECYCLING', zh: '废料回收（焙烧、酸溶、萃取）', en: 'recycling of scrap (roasting, leaching, extraction)', actorKinds: ['recycler'],
    inputs: ['SCRAP'], outputs: ['OX-*', 'CA-*', 'CL-*', 'OXA-*'],
    yield: { min: 0.9, max: 1 }, status: 'partial', sources: ['N18', 'SCR25', 'general'], note: 'nothing but scrap may be fed; the yield rests on one claim' },
  handling('BLEND', '混批', 'blending of lots of one product'),
  handling('REPACK', '分装', 'repacking'),
  handling('SPLIT', '拆批', 'splitting of a lot'),
  handling('MERGE', '合批', 'merging of lots'),
]; // prettier-ignore

export const processData: Dataset<Process> = {
  version: '2026-11-25',
  source: '稀土行业规范条件（2016年本） for the yields it sets, general knowledge for the others',
  entries: rows.map(row => ({ sameProduct: false, validFrom: CATALOGUE_SINCE, ...row })),
};

import type { Assay, Element } from '#kernel';
import { ELEMENTS } from '#kernel';
import type { Dataset, Range, Stage, Verification } from '../types.js';
import type { SourceKey } from './sources.js';

/** Typical content as published: of oxide, or of metal, which is turned into oxide by the nominal distribution. */
export type Content = Range & { readonly of: 'reo' | 'metal' };

/** `nominal` is a profile id, or an assay that no table supports. */
export type ProductRow = readonly [
  code: string, zh: string, en: string, stage: Stage, content: Content, status: Verification,
  elements: readonly Element[], nominal: string | Assay, hs: readonly string[], sources: readonly SourceKey[],
]; // prettier-ignore

const reo = (min: number, max: number): Content => ({ of: 'reo', min, max });
const metal = (min: number, max: number): Content => ({ of: 'metal', min, max });

const ALL = ELEMENTS;
const LIGHT: readonly Element[] = ['La', 'Ce', 'Pr', 'Nd'];
const SEG: readonly Element[] = ['Sm', 'Eu', 'Gd'];
const PRND: readonly Element[] = ['Pr', 'Nd'];
/** Cerium magnets and gadolinium or holmium substitutes occur beside the usual Pr, Nd, Tb and Dy. */
const MAGNET: readonly Element[] = ['La', 'Ce', 'Pr', 'Nd', 'Gd', 'Tb', 'Dy', 'Ho'];
const SMCO: readonly Element[] = ['Pr', 'Sm', 'Gd'];
const PHOSPHOR: readonly Element[] = ['La', 'Ce', 'Eu', 'Gd', 'Tb', 'Y'];
const SLAG: readonly Element[] = ['La', 'Ce', 'Pr', 'Nd', 'Gd', 'Tb', 'Dy', 'Ho', 'Er', 'Y'];

/** The ratio in which praseodymium and neodymium leave separation together. */
const DIDYMIUM: Assay = { Pr: 25, Nd: 75 };

const OTHER_ORE = ['25309020'];
const ION_MIXES = ['28469019', '28469048', '28469099'];

/** Products that hold several elements, or one under a name of its own; see `single-element-products` for the rest. */
export const productData: Dataset<ProductRow> = {
  version: '2026-11-25',
  source: 'stages of 稀土管理条例 art. 30, tax catalogue 稀土产品目录, customs tariff; contents as marked per entry',
  // prettier-ignore
  entries: [
    ['ORE-MIX', '白云鄂博混合型原矿', 'Bayan Obo mixed ore', 'ORE', reo(4, 7), 'unverified', ALL, 'BAYAN_OBO', OTHER_ORE, ['general']],
    ['ORE-BAS', '氟碳铈矿原矿', 'bastnaesite ore', 'ORE', reo(2, 5), 'partial', ALL, 'MIANNING', OTHER_ORE, ['KJ', 'general']],
    ['ORE-ION', '离子型稀土矿（浸出母液/原土）', 'ion-adsorption clay or leach liquor', 'ORE', reo(0.05, 0.2), 'verified', ALL, 'XINFENG', [], ['DENG']],

    ['CON-MIX', '氟碳铈矿-独居石混合精矿', 'mixed bastnaesite-monazite concentrate', 'CONC', reo(30, 60), 'verified', ALL, 'BAYAN_OBO', OTHER_ORE, ['CONSTD']],
    ['CON-BAS', '氟碳铈精矿', 'bastnaesite concentrate', 'CONC', reo(50, 70), 'partial', ALL, 'MIANNING', OTHER_ORE, ['SICH', 'general']],
    ['CON-MON', '独居石精矿', 'monazite concentrate', 'CONC', reo(55, 65), 'partial', ALL, 'MONAZITE_GD_noYb', ['26122000'], ['AUS-MON', 'HS16']],
    ['CON-XEN', '磷钇矿精矿', 'xenotime concentrate', 'CONC', reo(55, 65), 'unverified', ALL, 'XENOTIME_GD', OTHER_ORE, ['general']],

    ['ENR-ION-H', '高钇离子型富集物（氧化物/碳酸/草酸）', 'high-yttrium ion enrichment', 'CONC', reo(25, 100), 'partial', ALL, 'LONGNAN_DENG', ION_MIXES, ['SATCAT', 'general']],
    ['ENR-ION-M', '中钇富铕离子型富集物（氧化物/碳酸/草酸）', 'medium-yttrium, europium-rich ion enrichment', 'CONC', reo(25, 100), 'partial', ALL, 'XINFENG', ION_MIXES, ['SATCAT', 'general']],
    ['ENR-ION-L', '低钇低铕离子型富集物（氧化物/碳酸/草酸）', 'low-yttrium, low-europium ion enrichment', 'CONC', reo(25, 100), 'partial', ALL, 'XUNWU_CHI', ION_MIXES, ['SATCAT', 'general']],
    ['ENR-IMP', '进口离子型混合氧化稀土', 'imported ion-adsorption mixed oxide', 'CONC', reo(90, 95), 'partial', ALL, 'MYANMAR_ION_PLACEHOLDER', ['28469019', '28469048'], ['IMP24', 'general']],

    ['MRC', '混合碳酸稀土', 'mixed rare earth carbonate', 'COMP_MIX', reo(42, 45), 'verified', ALL, 'BAYAN_OBO', ['28469048'], ['IMF-CARB', 'HS10']],
    ['MRCL', '混合氯化稀土', 'mixed rare earth chloride', 'COMP_MIX', reo(45, 51), 'derived', ALL, 'BAYAN_OBO', ['28469028'], ['derived', 'HS14']],

    ['OX-PrNd', '氧化镨钕', 'praseodymium-neodymium oxide', 'COMP_SEP', reo(99, 100), 'unverified', PRND, DIDYMIUM, ['28469019'], ['general']],
    ['OX-SEG', '钐铕钆富集物', 'samarium-europium-gadolinium concentrate', 'COMP_SEP', reo(40, 99), 'unverified', SEG, 'BAYAN_OBO', ['28469019'], ['general']],

    ['MET-PrNd', '镨钕金属', 'praseodymium-neodymium metal', 'METAL', metal(99, 100), 'derived', PRND, DIDYMIUM, ['28053029'], ['derived', 'HS10']],
    ['MISCH', '混合稀土金属（米许合金）', 'mischmetal', 'METAL', metal(99, 100), 'derived', LIGHT, 'BAYAN_OBO', ['28053029', '28053021'], ['derived', 'HS10']],

    ['ALY-DyFe', '镝铁合金', 'dysprosium-iron alloy', 'ALLOY', metal(75, 83), 'unverified', ['Dy'], { Dy: 100 }, ['720299'], ['general']],
    ['ALY-TbFe', '铽铁合金', 'terbium-iron alloy', 'ALLOY', metal(75, 83), 'unverified', ['Tb'], { Tb: 100 }, ['720299'], ['general']],
    ['ALY-HoFe', '钬铁合金', 'holmium-iron alloy', 'ALLOY', metal(75, 83), 'unverified', ['Ho'], { Ho: 100 }, ['720299'], ['general']],
    ['ALY-GdFe', '钆铁合金', 'gadolinium-iron alloy', 'ALLOY', metal(75, 83), 'unverified', ['Gd'], { Gd: 100 }, ['720299'], ['general']],
    ['ALY-NdFeB', '钕铁硼速凝片/磁粉', 'NdFeB strip or powder', 'ALLOY', metal(29, 33), 'unverified', MAGNET, 'SCRAP_NDFEB_HDD', ['72029911', '72029919'], ['general']],
    ['ALY-SmCo', '钐钴合金', 'samarium-cobalt alloy', 'ALLOY', metal(23, 40), 'unverified', SMCO, { Sm: 100 }, ['2805'], ['general']],
    ['ALY-Mg', '稀土镁合金', 'rare earth magnesium alloy', 'ALLOY', metal(0.2, 40), 'unverified', ALL, 'BAYAN_OBO', ['8104'], ['general']],
    ['ALY-Al', '稀土铝合金', 'rare earth aluminium alloy', 'ALLOY', metal(0.2, 40), 'unverified', ALL, 'BAYAN_OBO', [], ['general']],
    ['ALY-Si', '稀土硅铁合金', 'rare earth ferrosilicon', 'ALLOY', metal(0.2, 40), 'unverified', ALL, 'BAYAN_OBO', ['7202'], ['general']],

    ['MAG-NdFeB', '钕铁硼永磁体', 'NdFeB magnet', 'MAG', metal(31, 32), 'verified', MAGNET, 'SCRAP_NDFEB_HDD', ['85051110'], ['MAGC']],

    ['SCR-NdFeB-S', '钕铁硼油泥', 'NdFeB grinding sludge', 'SCRAP', metal(20, 30), 'partial', MAGNET, 'SCRAP_NDFEB_HDD', ['7204', '8505'], ['SCRM', 'general']],
    ['SCR-NdFeB-B', '钕铁硼边角块料', 'NdFeB offcuts', 'SCRAP', metal(27, 33), 'verified', MAGNET, 'SCRAP_NDFEB_HDD', ['7204', '8505'], ['SCRM']],
    ['SCR-NdFeB-E', '废旧钕铁硼磁体', 'end-of-life NdFeB magnets', 'SCRAP', metal(27, 33), 'verified', MAGNET, 'SCRAP_NDFEB_HDD', ['7204', '8505'], ['SCRM', 'SCRC']],
    ['SCR-SmCo', '钐钴废料', 'samarium-cobalt scrap', 'SCRAP', metal(23, 40), 'unverified', SMCO, { Sm: 100 }, [], ['general']],
    ['SCR-PHOS', '荧光粉废料', 'phosphor scrap', 'SCRAP', reo(10, 25), 'unverified', PHOSPHOR, { La: 7, Ce: 8, Eu: 6, Gd: 1, Tb: 5, Y: 73 }, [], ['general']],
    ['SCR-POL', '抛光粉废料', 'polishing powder scrap', 'SCRAP', reo(1, 60), 'unverified', LIGHT, { La: 35, Ce: 65 }, [], ['general']],
    ['SCR-CAT', '废催化剂', 'spent cracking catalyst', 'SCRAP', reo(1, 60), 'unverified', ['La', 'Ce'], { La: 90, Ce: 10 }, [], ['SCR22', 'general']],
    ['SCR-SLAG', '熔盐电解渣、废渣', 'molten-salt electrolysis slag', 'SCRAP', reo(10, 60), 'unverified', SLAG, DIDYMIUM, [], ['general']],

    ['WST-RAD', '含放射性废渣', 'radioactive residue', 'WASTE', reo(0, 10), 'unverified', ALL, 'BAYAN_OBO', [], ['N18', 'general']],
    ['SRV-TOLL', '稀土冶炼分离产品加工费', 'tolling fee (a service line, no material)', 'SERVICE', reo(0, 0), 'verified', ALL, 'BAYAN_OBO', [], ['SAT17']],
  ],
};

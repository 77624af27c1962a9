import type { Element } from '#kernel';
import { ELEMENTS } from '#kernel';
import type { Dataset, Stage, Verification } from '../types.js';
import type { Content } from './products.js';
import type { SourceKey } from './sources.js';

/** Products `<prefix>-<element>` that hold one element each and are named after it. */
export interface Family {
  readonly prefix: string;
  /** Stands before the Chinese name of the element: 氧化 + 镧. */
  readonly zh: string;
  /** Stands behind the English one: lanthanum + oxide. */
  readonly en: string;
  readonly stage: Stage;
  readonly content: Content;
  /** Lower end of the content for scandium, whose light atom makes its salts poorer in oxide than all the others. */
  readonly scandiumMin?: number;
  readonly elements: readonly Element[];
  /** Customs codes of elements that have one of their own, and of all others. */
  readonly hs: Readonly<Partial<Record<Element, string>>>;
  readonly otherHs: string;
  readonly status: Verification;
  readonly sources: readonly SourceKey[];
}

const CERIUM_COMPOUND = '28461090';

export const familyData: Dataset<Family> = {
  version: '2026-11-25',
  source: 'theoretical contents of the usual hydrates from atomic weights; customs tariff of China, latest year read',
  // prettier-ignore
  entries: [
    { prefix: 'OX', zh: '氧化', en: 'oxide', stage: 'COMP_SEP', content: { of: 'reo', min: 99, max: 100 }, elements: ELEMENTS,
      hs: { La: '28469012', Ce: '28461010', Pr: '28469017', Nd: '28469013', Sm: '2846901940', Eu: '28469014', Gd: '2846901930', Tb: '28469016',
        Dy: '28469015', Er: '2846901920', Yb: '2846901970', Y: '28469011', Sc: '2846901980' }, otherHs: '28469019',
      status: 'unverified', sources: ['general', 'HS10', 'HS14', 'HS16'] },
    { prefix: 'CA', zh: '碳酸', en: 'carbonate', stage: 'COMP_SEP', content: { of: 'reo', min: 45, max: 60 }, elements: ELEMENTS,
      hs: { Ce: '28461030', La: '28469041', Tb: '28469042', Dy: '28469043' }, otherHs: '28469049',
      status: 'unverified', sources: ['general', 'HS10'] },
    { prefix: 'CL', zh: '氯化', en: 'chloride', stage: 'COMP_SEP', content: { of: 'reo', min: 37, max: 51 }, scandiumMin: 26, elements: ELEMENTS,
      hs: { Ce: CERIUM_COMPOUND, Tb: '28469021', Dy: '28469022', La: '28469023', Nd: '28469024', Pr: '28469025', Y: '28469026' }, otherHs: '28469029',
      status: 'derived', sources: ['derived', 'HS14'] },
    { prefix: 'FL', zh: '氟化', en: 'fluoride', stage: 'COMP_SEP', content: { of: 'reo', min: 77, max: 87 }, scandiumMin: 67, elements: ELEMENTS,
      hs: { Ce: CERIUM_COMPOUND, Tb: '28469031', Dy: '28469032', La: '28469033', Nd: '28469034', Pr: '28469035', Y: '28469036' }, otherHs: '28469039',
      status: 'derived', sources: ['derived', 'HS14'] },
    { prefix: 'OXA', zh: '草酸', en: 'oxalate', stage: 'COMP_SEP', content: { of: 'reo', min: 36, max: 50 }, scandiumMin: 25, elements: ELEMENTS,
      hs: { Ce: CERIUM_COMPOUND }, otherHs: '28469099', status: 'derived', sources: ['derived', 'HS18'] },
    { prefix: 'NIT', zh: '硝酸', en: 'nitrate', stage: 'COMP_SEP', content: { of: 'reo', min: 29, max: 43 }, scandiumMin: 20, elements: ELEMENTS,
      hs: { Ce: CERIUM_COMPOUND }, otherHs: '28469099', status: 'derived', sources: ['derived', 'HS18'] },
    { prefix: 'HY', zh: '氢氧化', en: 'hydroxide', stage: 'COMP_SEP', content: { of: 'reo', min: 60, max: 85 }, elements: ['Ce'],
      hs: { Ce: '28461020' }, otherHs: '28461020', status: 'unverified', sources: ['general', 'HS10'] },
    { prefix: 'MET', zh: '金属', en: 'metal', stage: 'METAL', content: { of: 'metal', min: 99, max: 100 }, elements: ELEMENTS,
      hs: { Nd: '28053011', Dy: '28053012', Tb: '28053013', La: '28053014', Ce: '28053015', Pr: '28053016', Y: '28053017', Sm: '2805301910' }, otherHs: '28053019',
      status: 'derived', sources: ['derived', 'HSg', 'HS14', 'MC18'] },
  ],
};

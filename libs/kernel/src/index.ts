export {
  ELEMENTS, ELEMENT_COUNT, NO_DISTRIBUTION, assayToDistribution, distributionToAssay, elementIndex, toDistribution,
} from './elements.js'; // prettier-ignore
export type { Assay, Distribution, Element } from './elements.js';
export {
  apportion, divideHalfEven, gradeToPercent, gramsToKg, hasDecimals, kgToGrams, percentToGrade, reoGrams,
} from './mass.js'; // prettier-ignore
export type { Grade, Grams } from './mass.js';
export { canonicalJson } from './canonical-json.js';
export { dayOf, formatInstant, isCalendarDay, parseInstant, startOfDay, yearOf } from './time.js';
export { isDeclarationNumber, isUscc, isUuid, provinceOf, usccCheckCharacter } from './identifiers.js';
export { SYSTEM } from './context.js';
export type { Context, Locale, Scope } from './context.js';
export { CONFLICT_CODES, DomainError, NotFound, Refused, SHAPE_CODES, Unavailable } from './errors.js';
export type { Fault, PlacedFault } from './errors.js';
export { groupBy } from './collections.js';
export { Dice } from './dice.js';
